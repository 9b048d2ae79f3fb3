"""Spanish phrases."""

from palermo.training.texts.language import Language

SPANISH = Language(
    code="es",
    titles=(
        "Masaje [relajante|tranquilo|suave] en {city}",
        "{name}, [una hora de calma|un momento para ti|una pausa] en {city}",
        "{city}: [bienestar|relax] con {name}",
        "[Respira|Descansa|Tómate un respiro] con {name}",
        "{name} [ha vuelto a|recibe en|te espera en] {city}",
    ),
    greetings=(
        "[Hola|Buenos días|Bienvenido], me llamo {name}[| y será un gusto recibirte].",
        "Soy {name}, [de paso por|de vuelta en|ahora en] {city}[| unos días].",
        "[Estimado visitante|Estimados visitantes], {name} [recibe|atiende] en {city}.",
        "{name} [te dedica su tiempo|te atiende con calma] en {city}.",
        "¿[Buscas|Necesitas] una hora tranquila en {city}? [Ven a ver a|Conoce a] {name}.",
        "[Tras un día largo|Después del trabajo|Entre dos citas], {name} [ofrece|tiene] una cálida acogida en {city}.",
    ),
    offers=(
        "[Ofrezco|Doy] un masaje [tranquilo|lento|suave] con aceite [templado|aromático|natural].",
        "[Espalda, cuello y hombros|Hombros y espalda|Cuello y hombros] reciben [toda mi atención|el tiempo que piden].",
        "El masaje [dura|lleva] [una hora entera|sesenta minutos|hora y media], [sin prisa|a tu ritmo].",
        "[Compañía|Compañía agradable] para [una cena|salir una noche|un paseo por la ciudad], [también|si lo deseas].",
        "[Una buena conversación|Alguien que escucha|Una taza de té] [va incluida|nunca falta].",
        "[Aprendí|Estudié] masaje [clásico|tradicional|sueco] y me gusta [mi oficio|lo que hago].",
        "Se puede [añadir|reservar aparte] un masaje [con piedras calientes|de pies|de cabeza].",
        "[Sales|Vuelves a casa] [descansado|ligero|sereno], [con una sonrisa|listo para la semana].",
        "[El estrés|La tensión|La espalda cargada] [desaparece|se va|deja sitio al descanso] en manos [pacientes|expertas].",
        "Trabajo [sola y sin prisas|solo con cita|sin mirar el reloj].",
    ),
    settings=(
        "Mi [consulta|estudio|piso] está [limpio|con luz|impecable], es [tranquilo|acogedor] y [de fácil acceso|cerca de la estación].",
        "[Música suave|Velas|Luz tenue] y [toallas limpias|ropa limpia] [te esperan|están listas].",
        "Hay [aparcamiento gratis|un parking|una parada de tranvía] [en la calle|a la vuelta|muy cerca].",
        "Una ducha[ caliente|] está [a tu disposición|lista para ti], [antes y después|cuando quieras].",
        "Se [entra|llama] por la puerta [principal|lateral] de un edificio [discreto|tranquilo].",
        "También voy a tu hotel en {city} [si lo pides|para citas largas].",
        "[Café|Té de menta|Agua fresca] [servido|de cortesía] en [una salita|una cocina soleada].",
    ),
    hours=(
        "[Abierto|Disponible|Estoy] [todos los días|de lunes a sábado|entre semana] de [9|10|11] a [20|21|22|23] h.",
        "[Por la mañana|Por la tarde|Por la noche] [con cita|a petición].",
        "[Llama|Por favor llama] [una hora|media hora|un poco] antes.",
        "[Domingo|Lunes] [cerrado|descanso].",
        "En {city} [hasta el domingo|esta semana|hasta fin de mes].",
    ),
    prices=(
        "[La hora son|Una hora cuesta|Sesenta minutos:] {price} euros.",
        "[Desde|A partir de] {price} euros, [efectivo|tarjeta] [aceptado|bienvenida].",
        "{price} € [todo incluido|sin suplemento].",
        "Mi [tarifa|precio] es de {price} euros[| y no se regatea].",
    ),
    contacts=(
        "[Llama|Telefonea] al {number}[| para una cita].",
        "[Escríbeme|Manda un mensaje] al {number}.",
        "[Citas|Reservas] en el: {number}.",
        "Me [localizas|encuentras] en el {number}, [también por mensaje|solo llamadas].",
    ),
    beside=(
        "[Usa|Llama] el número [junto a|encima de] este anuncio.",
        "[Escríbeme|Contacta] por [la web|el formulario].",
    ),
    closings=(
        "[Hasta pronto|Te espero|Nos vemos], {name}.",
        "[Un saludo cálido|Un cordial saludo|Bienvenido], {name}.",
        "[Espero|Me alegrará] [tu llamada|conocerte].",
        "[Date un respiro|Te lo has ganado|Cuídate].",
    ),
    stock=(
        "No atiendo números ocultos.",
        "Solo llamadas serias.",
        "Discreción asegurada.",
        "No respondo mensajes.",
        "Imprescindible respeto e higiene.",
        "Fotos reales.",
        "Se ruega puntualidad.",
        "Salidas a domicilio y hotel.",
    ),
    boilerplate=(
        (
            "Este anuncio se publicó en {site}. El anunciante confirmó que los datos son correctos y que el anuncio cumple "
            "las normas. ¿Dudas sobre un anuncio? Llama a la ayuda: {hotline}."
        ),
        "Di que llamas de {site}. {site} no es parte de ninguna cita. Avisa de un abuso día y noche en el {hotline}.",
    ),
    digits=("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"),
)
