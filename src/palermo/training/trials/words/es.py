"""Spanish parts."""

from palermo.training.trials.words.part import Parts, lines, named, places

SPANISH = Parts(
    code="es",
    leads=lines("""
        Ofrezco
        Aquí encuentras
        Ven a disfrutar de
        Regálate
        Siempre hay
        Pregúntame por
        Buscas
        Descubre
        Dedico tiempo a
        Se incluye
        Te espero con
        Mis visitas valoran
        Reserva ya
        Nada mejor que
    """),
    things=lines("""
        un masaje relajante
        un piso limpio
        aparcamiento gratuito
        una hora tranquila
        una acogida amable
        una ducha caliente
        música suave
        aceite templado
        toallas limpias
        una taza de té
        una entrada discreta
        un estudio privado
        un momento de calma
        un masaje de pies
        un largo masaje de espalda
        velas encendidas
        una parada de tranvía
        buena conversación
        toda mi atención
        una camilla cómoda
        horario flexible
        una sala luminosa
        verdadero descanso
        una bebida fresca
        piedras calientes
        un paseo nocturno
        compañía agradable
        alguien que escucha
        una segunda visita
        visitas a hoteles
    """),
    tails=lines("""
        cerca de la estación
        en pleno centro
        sin ninguna prisa
        tras un largo día
        toda la semana
        hasta muy tarde
        con una sonrisa
        solo con cita
        en una calle tranquila
        a buen precio
        para todo el cuerpo
        a la vuelta de la esquina
        de diez a diez
        en planta baja
        junto al parque
        cuando lo necesites
        con total discreción
        para hombros cansados
        entre dos reuniones
        cada día del mes
        antes de viajar
        a tu propio ritmo
        con aromas naturales
        detrás del teatro
        como en ningún sitio
        lejos del ruido
        sin mucha espera
        para nuevos visitantes
    """),
    whole=lines("""
        No atiendo números ocultos
        Solo gente seria
        Discreción asegurada
        Fotos reales
        Puntualidad por favor
        Respeto ante todo
        Efectivo o tarjeta
        Hasta pronto
        No contesto mensajes
        Abierto todos los días
        Domingos cerrado
        Hotel y domicilio
        Primera vez en la zona
        Solo unos días
        De vuelta tras las vacaciones
        Trato muy amable
        Higiene garantizada
        Llama al portal
        Edificio con ascensor
        Hablo español e inglés
        Nueva dirección este mes
        Anímate a probar
        Como en casa
        Respira hondo
        No lo dudes
        Lugar privado
        Gracias por leer
        Hay tarjetas de regalo
    """),
    greetings=lines("""
        Hola soy {name}
        Me llamo {name} de {city}
        {name} te recibe en {city}
        Hola aquí {name}
        {name} ha vuelto a {city}
        Conoce a {name} esta semana en {city}
        Buenos días mi nombre es {name}
        Querido visitante soy {name}
        Otra vez {name} en {city}
        Llámame {name}
    """),
    prices=lines("""
        Una hora son {price} euros
        Desde {price} euros
        {price} todo incluido
        Mi tarifa es {price}
        Sesenta minutos por {price}
        {price} en efectivo
        A partir de {price} la hora
        El precio es {price} sin extras
    """),
    contacts=lines("""
        Llama al {number}
        Teléfono {number}
        Escríbeme al {number}
        Me encuentras en el {number}
        Reservas en el {number}
        Mi número {number}
        Para cita {number}
        Llama al {number} a cualquier hora
        Primero mensaje al {number}
        Contacto {number}
        WhatsApp {number}
        {number}
    """),
    titles=lines("""
        Masaje relajante en {city}
        {name} en {city}
        Descansa con {name}
        Estudio de bienestar {city}
        Una hora tranquila en {city}
        {name} ya está aquí
        Novedad en {city} {name}
        Masaje por {name}
        Estudio privado {city}
        Sin prisa en {city}
        Manos cálidas {name}
        Calma y discreción en {city}
    """),
    house=lines("""
        Este anuncio se publicó en {site}
        {site} revisa a mano cada anuncio antes de publicarlo
        El anunciante ha confirmado que los datos son correctos
        Di que llamas de parte de {site}
        {site} no es parte de ninguna cita
        Avisa de los anuncios que incumplen las normas
        Las imágenes de {site} son de sus autores
        Lee las condiciones generales de {site} antes de reservar
        {site} se dirige a personas adultas
        No pagues nunca por adelantado
        Publica gratis tu anuncio en {site}
        Hay más anuncios de esta ciudad en {site}
        Última revisión del equipo de {site}
        Está prohibido copiar textos de {site}
        Tu visita a {site} es confidencial
        {site} trabaja desde hace años con anunciantes de confianza
        Usa el formulario de abajo para escribir al anunciante
        Al usar {site} aceptas las cookies
        Los anuncios de {site} se renuevan cada noche
        Valora después tu experiencia en {site}
    """),
    hotlines=lines("""
        Dudas sobre un anuncio llama a la ayuda de {site} en el {hotline}
        Denuncia abusos a {site} día y noche en el {hotline}
        Atención al cliente {site} {hotline}
        Problemas con este anuncio marca el {hotline}
    """),
    digits=("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"),
    names=named("""
        Alba Berta Carmen Dalia Elena Fátima Gala Helena Irene Jimena
        Karina Lola Marta Noelia Olga Paloma Rocío Sara Teresa Valeria
    """),
    cities=places("""
        Madrid//ES; Barcelona//ES; Valencia//ES; Sevilla//ES; Murcia//ES; Alicante//ES; Málaga//ES; Bilbao//ES; Zaragoza//ES
        Torrevieja//ES; Granada//ES; Gijón//ES
    """),
)
"""Spanish."""
