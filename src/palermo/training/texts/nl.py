"""Dutch phrases."""

from palermo.training.texts.language import Language

DUTCH = Language(
    code="nl",
    titles=(
        "[Ontspannende|Rustgevende|Zachte] massage in {city}",
        "{name}, [een rustig uur|een moment voor uzelf|even weg van alles] in {city}",
        "{city}: [wellness|ontspanning] bij {name}",
        "[Kom tot rust|Even ademhalen|Op adem komen] bij {name}",
        "{name} [is terug in|ontvangt in|verwelkomt u in] {city}",
    ),
    greetings=(
        "[Hallo|Goedendag|Welkom], mijn naam is {name}[| en ik heet u graag welkom].",
        "Ik ben {name} en [verblijf|ontvang] [nu|weer|enkele dagen] in {city}.",
        "[Beste gast|Beste bezoeker], {name} [ontvangt|verwelkomt] u in {city}.",
        "{name} [staat voor u klaar|neemt de tijd voor u] in {city}.",
        "[Zoekt u|Hebt u nood aan] een rustig uur in {city}? [Maak kennis met|Kom langs bij] {name}.",
        "[Na een lange dag|Na het werk|Tussen twee afspraken] [biedt|heeft] {name} een warm onthaal in {city}.",
    ),
    offers=(
        "Ik [geef|bied] een [rustige|trage|zachte] massage met [warme|geurige|natuurlijke] olie.",
        "[Rug, nek en schouders|Schouders en rug|Nek en schouders] krijgen [alle aandacht|de tijd die ze vragen].",
        "Een massage [duurt|neemt] [een vol uur|zestig minuten|anderhalf uur], [zonder haast|op uw tempo].",
        "[Gezelschap|Aangenaam gezelschap] voor [een etentje|een avond uit|een wandeling in de stad] kan [ook|eveneens].",
        "[Een goed gesprek|Een luisterend oor|Een kop thee] hoort [erbij|er altijd bij].",
        "Ik [leerde|volgde een opleiding] [klassieke|traditionele|Zweedse] massage en doe dit [graag|met plezier].",
        "Een [hotstone|voet|hoofd]massage kan [erbij|als extra].",
        "U gaat [uitgerust|licht|kalm] [naar huis|weer op pad], [met een glimlach|klaar voor de week].",
        "[Stress|Spanning|Een stijve rug] [smelt weg|verdwijnt|maakt plaats voor rust] onder [geduldige|geoefende] handen.",
        "Ik werk [alleen en rustig|enkel op afspraak|zonder op de klok te kijken].",
    ),
    settings=(
        "Mijn [praktijk|studio|flat] is [proper|licht|kraaknet], [stil|warm] en [vlot bereikbaar|vlak bij het station].",
        "[Zachte muziek|Kaarsen|Gedempt licht] en [verse handdoeken|fris linnen] [wachten op u|liggen klaar].",
        "Er is [gratis parking|een parkeergarage|een tramhalte] [in de straat|om de hoek|vlakbij].",
        "Een [douche|warme douche] staat [voor u klaar|tot uw beschikking], [voor en na|wanneer u wilt].",
        "U [belt aan|wordt ontvangen] aan de [voordeur|zijdeur] van een [discreet|rustig] gebouw.",
        "Ik kom ook naar uw hotel in {city} [op aanvraag|voor langere afspraken].",
        "[Koffie|Muntthee|Fris water] wordt [geschonken|aangeboden] in een [klein salon|zonnige keuken].",
    ),
    hours=(
        "[Open|Beschikbaar|Aanwezig] [elke dag|van maandag tot zaterdag|op weekdagen] van [9|10|11] tot [20|21|22|23] uur.",
        "[In de voormiddag|In de namiddag|'s Avonds] [op afspraak|op aanvraag].",
        "[Bel|Gelieve te bellen] [een uur|een halfuur|even] vooraf.",
        "[Zondag|Maandag] [gesloten|rustdag].",
        "In {city} [tot zondag|deze week|tot het einde van de maand].",
    ),
    prices=(
        "[Een uur kost|Eén uur is|Zestig minuten:] {price} euro.",
        "[Vanaf|Al vanaf] {price} euro, [contant|met kaart] [kan|welkom].",
        "{price} € [alles inbegrepen|zonder toeslag].",
        "Mijn [tarief|prijs] is {price} euro[| en staat vast].",
    ),
    contacts=(
        "[Bel|Telefoneer] {number}[| voor een afspraak].",
        "[Stuur een bericht|Sms] naar {number}.",
        "[Afspraken|Reservaties] [op|via]: {number}.",
        "U [bereikt|vindt] mij op {number}, [ook per bericht|enkel telefonisch].",
    ),
    beside=(
        "[Gebruik|Bel] het nummer [naast|boven] deze advertentie.",
        "[Schrijf|Contacteer] mij via [de site|het formulier].",
    ),
    closings=(
        "[Tot gauw|Tot binnenkort|Tot dan], {name}.",
        "[Warme groet|Vriendelijke groet|Hartelijk welkom], {name}.",
        "Ik [kijk uit|verheug mij] naar [uw telefoontje|onze kennismaking].",
        "[Gun uzelf rust|U hebt het verdiend|Verwen uzelf].",
    ),
    stock=(
        "Geen anonieme oproepen aub.",
        "Enkel ernstige bellers.",
        "Discretie verzekerd.",
        "Ik antwoord niet op sms.",
        "Respect en hygiëne zijn een must.",
        "Echte foto's.",
        "Gelieve op tijd te komen.",
        "Bezoek aan huis en hotel mogelijk.",
    ),
    boilerplate=(
        (
            "Deze advertentie werd geplaatst op {site}. De adverteerder bevestigde dat de gegevens kloppen en dat de "
            "advertentie de huisregels volgt. Vragen over een advertentie? Bel de helpdesk op {hotline}."
        ),
        "Vermeld {site} wanneer u belt. {site} is geen partij bij een afspraak. Meld misbruik dag en nacht op {hotline}.",
    ),
    digits=("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"),
)
