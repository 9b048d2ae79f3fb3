"""Dutch parts."""

from palermo.training.trials.words.part import Parts, lines, named, places

DUTCH = Parts(
    code="nl",
    leads=lines("""
        Ik bied
        Je vindt hier
        Kom genieten van
        Gun jezelf
        Er is altijd
        Vraag me naar
        Op zoek naar
        Ontdek
        Ik neem tijd voor
        Inbegrepen is
        Je bent welkom voor
        Mijn gasten houden van
        Boek nu
        Niets gaat boven
    """),
    things=lines("""
        een ontspannende massage
        een net appartement
        gratis parkeren
        een rustig uur
        een vriendelijk onthaal
        een warme douche
        zachte muziek
        warme olie
        frisse handdoeken
        een kopje thee
        een discrete ingang
        een eigen studio
        een stil moment
        een voetmassage
        een lange rugmassage
        kaarslicht
        een tramhalte vlakbij
        een goed gesprek
        alle aandacht
        een zachte tafel
        soepele uren
        een lichte kamer
        echte ontspanning
        een koel drankje
        warme stenen
        een avondwandeling
        aangenaam gezelschap
        een luisterend oor
        een tweede bezoek
        hotelbezoek
    """),
    tails=lines("""
        dicht bij het station
        in het centrum
        zonder enige haast
        na een lange dag
        de hele week door
        tot laat op de avond
        met een glimlach
        enkel op afspraak
        in een stille straat
        voor een eerlijke prijs
        voor het hele lichaam
        om de hoek
        van tien tot tien
        op het gelijkvloers
        naast het park
        wanneer je het nodig hebt
        in alle discretie
        voor vermoeide schouders
        tussen twee vergaderingen
        elke dag opnieuw
        voor je verder reist
        op je eigen tempo
        met natuurlijke geuren
        achter de schouwburg
        zoals nergens anders
        ver van het lawaai
        ook op korte termijn
        voor nieuwe bezoekers
    """),
    whole=lines("""
        Geen anonieme nummers
        Enkel ernstige bellers
        Discretie verzekerd
        Echte foto's
        Graag op tijd komen
        Respect is een must
        Cash of kaart
        Tot gauw
        Geen berichten
        Alle dagen open
        Zondag gesloten
        Hotel en thuis mogelijk
        Voor het eerst in de streek
        Slechts enkele dagen
        Terug na de vakantie
        Vriendelijkheid eerst
        Hygiëne gegarandeerd
        Bel aan de voordeur
        Lift in het gebouw
        Nederlands en Engels gesproken
        Nieuw adres deze maand
        Gewoon eens proberen
        Voel je thuis
        Haal diep adem
        Twijfel niet
        Privé ontvangst
        Bedankt voor het lezen
        Cadeaubonnen verkrijgbaar
    """),
    greetings=lines("""
        Hallo ik ben {name}
        Mijn naam is {name} uit {city}
        {name} verwelkomt je in {city}
        Hoi hier {name}
        {name} is terug in {city}
        Ontmoet {name} deze week in {city}
        Goeiedag ik heet {name}
        Beste gast ik ben {name}
        Het is weer {name} in {city}
        Noem me {name}
    """),
    prices=lines("""
        Een uur is {price} euro
        Vanaf {price} euro
        {price} alles inbegrepen
        Mijn tarief is {price}
        Zestig minuten voor {price}
        {price} enkel cash
        Te beginnen met {price} per uur
        De prijs is {price} zonder extra's
    """),
    contacts=lines("""
        Bel {number}
        Telefoon {number}
        Stuur een bericht naar {number}
        Bereikbaar op {number}
        Boeken op {number}
        Mijn nummer {number}
        Voor een afspraak {number}
        Bel gerust {number} op elk uur
        Eerst een bericht naar {number}
        Contact {number}
        WhatsApp {number}
        {number}
    """),
    titles=lines("""
        Ontspannende massage in {city}
        {name} in {city}
        Even rusten bij {name}
        Wellness studio {city}
        Een stil uur in {city}
        {name} is er
        Nieuw in {city} {name}
        Massage door {name}
        Eigen studio {city}
        Vertragen in {city}
        Warme handen {name}
        Kalm en discreet in {city}
    """),
    house=lines("""
        Deze advertentie werd geplaatst op {site}
        {site} kijkt elke advertentie met de hand na
        De adverteerder heeft bevestigd dat alle gegevens kloppen
        Zeg dat je van {site} komt
        {site} is geen partij bij een afspraak
        Meld advertenties die de huisregels breken
        Alle beelden op {site} zijn van hun makers
        Lees de algemene voorwaarden van {site} voor je boekt
        {site} is bedoeld voor volwassenen
        Betaal nooit iets vooraf
        Plaats je eigen advertentie gratis op {site}
        Meer advertenties in deze stad staan op {site}
        Laatst nagekeken door het team van {site}
        Teksten van {site} overnemen is verboden
        Je bezoek aan {site} blijft privé
        {site} werkt al jaren met vaste adverteerders
        Gebruik het formulier hieronder om te schrijven
        Wie {site} gebruikt aanvaardt cookies
        De advertenties op {site} worden elke nacht vernieuwd
        Geef achteraf je mening op {site}
    """),
    hotlines=lines("""
        Vragen over een advertentie bel de helpdesk van {site} op {hotline}
        Meld misbruik dag en nacht aan {site} op {hotline}
        Klantendienst {site} {hotline}
        Een probleem met deze advertentie telefoneer naar {hotline}
    """),
    digits=("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"),
    names=named("""
        Anke Babette Carlijn Dorien Eefje Fien Griet Hanne Ilse Jolien
        Katrijn Lotte Marieke Nele Okke Petra Roos Saar Tine Wendy
    """),
    cities=places("""
        Gent//BE; Antwerpen//BE; Brugge//BE; Leuven//BE; Hasselt//BE; Kortrijk//BE; Rotterdam//NL; Utrecht//NL; Breda//NL
        Arnhem//NL; Groningen//NL; Brussel//BE
    """),
)
"""Dutch."""
