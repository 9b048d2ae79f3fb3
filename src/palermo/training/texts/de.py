"""German phrases."""

from palermo.training.texts.language import Language

GERMAN = Language(
    code="de",
    titles=(
        "[Entspannende|Ruhige|Sanfte] Massage in {city}",
        "{name}, [eine ruhige Stunde|ein Moment für Sie|eine kleine Auszeit] in {city}",
        "{city}: [Wellness|Entspannung] bei {name}",
        "[Durchatmen|Abschalten|Zur Ruhe kommen] bei {name}",
        "{name} [ist zurück in|empfängt in|begrüßt Sie in] {city}",
    ),
    greetings=(
        "[Hallo|Guten Tag|Willkommen], mein Name ist {name}[| und ich freue mich auf Sie].",
        "Ich bin {name} und [zu Gast|wieder|derzeit] in {city}[| für einige Tage].",
        "[Lieber Gast|Liebe Gäste], {name} [empfängt|begrüßt] Sie in {city}.",
        "{name} [nimmt sich Zeit für Sie|ist für Sie da] in {city}.",
        "[Suchen Sie|Brauchen Sie] eine ruhige Stunde in {city}? [Besuchen Sie|Lernen Sie] {name} [gern|bald] kennen.",
        "[Nach einem langen Tag|Nach der Arbeit|Zwischen zwei Terminen] [bietet|hat] {name} einen warmen Empfang in {city}.",
    ),
    offers=(
        "Ich [biete|gebe] eine [ruhige|langsame|sanfte] Massage mit [warmem|duftendem|natürlichem] Öl.",
        "[Rücken, Nacken und Schultern|Schultern und Rücken|Nacken und Schultern] bekommen [alle Aufmerksamkeit|die nötige Zeit].",
        "Eine Massage [dauert|braucht] [eine volle Stunde|sechzig Minuten|anderthalb Stunden], [ohne Eile|in Ihrem Takt].",
        "[Begleitung|Angenehme Begleitung] zum [Abendessen|Ausgehen|Stadtspaziergang] ist [auch|ebenfalls] möglich.",
        "[Ein gutes Gespräch|Ein offenes Ohr|Eine Tasse Tee] gehört [dazu|immer dazu].",
        "Ich [lernte|übe] [klassische|traditionelle|schwedische] Massage und mache das [gern|mit Freude].",
        "Eine [Hotstone-|Fuß|Kopf]massage ist [dazu|zusätzlich] buchbar.",
        "Sie gehen [ausgeruht|leicht|gelassen] [nach Hause|weiter], [mit einem Lächeln|bereit für die Woche].",
        "[Stress|Spannung|Ein steifer Rücken] [vergeht|schmilzt|macht der Ruhe Platz] unter [geduldigen|geübten] Händen.",
        "Ich arbeite [allein und in Ruhe|nur nach Termin|ohne Blick auf die Uhr].",
    ),
    settings=(
        "[Mein Studio|Meine Praxis|Meine Wohnung] ist [sauber|hell|makellos], [still|warm] und [gut erreichbar|nahe am Bahnhof].",
        "[Leise Musik|Kerzen|Gedämpftes Licht] und [frische Handtücher|sauberes Leinen] [warten auf Sie|liegen bereit].",
        "Es gibt [freie Parkplätze|ein Parkhaus|eine Haltestelle] [in der Straße|um die Ecke|ganz nah].",
        "Eine [Dusche|warme Dusche] steht [bereit|zur Verfügung], [vorher und nachher|jederzeit].",
        "Sie [läuten|werden empfangen] an der [Haustür|Seitentür] eines [diskreten|ruhigen] Hauses.",
        "Ich komme auch in Ihr Hotel in {city}, [auf Anfrage|bei längeren Terminen].",
        "[Kaffee|Minztee|Kühles Wasser] gibt es [im kleinen Salon|in der sonnigen Küche].",
    ),
    hours=(
        "[Offen|Erreichbar|Da] [jeden Tag|Montag bis Samstag|werktags] von [9|10|11] bis [20|21|22|23] Uhr.",
        "[Vormittags|Nachmittags|Abends] [nach Termin|auf Anfrage].",
        "[Rufen Sie|Bitte rufen Sie] [eine Stunde|eine halbe Stunde|etwas] vorher an.",
        "[Sonntag|Montag] [geschlossen|Ruhetag].",
        "In {city} [bis Sonntag|diese Woche|bis Monatsende].",
    ),
    prices=(
        "[Die Stunde kostet|Eine Stunde:|Sechzig Minuten:] {price} Euro.",
        "[Ab|Schon ab] {price} Euro, [bar|Karte] [möglich|willkommen].",
        "{price} € [alles inbegriffen|ohne Aufpreis].",
        "Mein [Preis|Honorar] ist {price} Euro[| und steht fest].",
    ),
    contacts=(
        "[Rufen Sie|Telefon:] {number}[| für einen Termin].",
        "[Schreiben Sie|Nachricht] an {number}.",
        "[Termine|Buchungen] unter: {number}.",
        "Sie [erreichen|finden] mich unter {number}, [auch per Nachricht|nur per Anruf].",
    ),
    beside=(
        "[Nutzen|Wählen] Sie die Nummer [neben|über] dieser Anzeige.",
        "[Schreiben|Melden] Sie sich über [die Seite|das Formular].",
    ),
    closings=(
        "[Bis bald|Bis dann|Auf bald], {name}.",
        "[Herzliche Grüße|Freundliche Grüße|Herzlich willkommen], {name}.",
        "Ich freue mich auf [Ihren Anruf|unsere Begegnung].",
        "[Gönnen Sie sich Ruhe|Sie haben es verdient|Tun Sie sich Gutes].",
    ),
    stock=(
        "Keine unterdrückten Nummern.",
        "Nur ernst gemeinte Anrufe.",
        "Diskretion zugesichert.",
        "Ich antworte nicht auf SMS.",
        "Respekt und Hygiene sind ein Muss.",
        "Echte Fotos.",
        "Bitte pünktlich sein.",
        "Haus- und Hotelbesuche möglich.",
    ),
    boilerplate=(
        (
            "Diese Anzeige erschien auf {site}. Wer inseriert, hat bestätigt, dass die Angaben stimmen und die Anzeige die "
            "Hausregeln achtet. Fragen zu einer Anzeige? Hilfe unter {hotline}."
        ),
        "Nennen Sie {site} beim Anruf. {site} ist an keinem Termin beteiligt. Missbrauch melden, Tag und Nacht: {hotline}.",
    ),
    digits=("null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"),
)
