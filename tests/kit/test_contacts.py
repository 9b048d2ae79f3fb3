"""Contacts read out of texts: every way of writing a number, names, mails and pages, and all that is no contact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.kit.contacts import read_contacts

NUMBER = "0639981234"

PHONES: list[tuple[str, str, tuple[str, ...]]] = [
    ("0639981234", NUMBER, ("digits",)),
    ("Bel 06 39 98 12 34 na 10 uur", NUMBER, ("digits",)),
    ("06.39.98.12.34", NUMBER, ("digits",)),
    ("06-39-98-12-34", NUMBER, ("digits",)),
    ("06/39/98/12/34", NUMBER, ("digits",)),
    ("(06) 39 98 12 34", NUMBER, ("digits",)),
    ("06*39*98*12*34", NUMBER, ("odd marks between",)),
    ("06 . 39 . 98 . 12 . 34", NUMBER, ("digits",)),
    ("06|39|98|12|34", NUMBER, ("odd marks between",)),
    ("06 ~ 39 ~ 98 ~ 12 ~ 34", NUMBER, ("odd marks between",)),
    ("0 6 3 9 9 8 1 2 3 4", NUMBER, ("digits spaced out",)),
    ("0-6 3-9 9-8 1-2 3-4", NUMBER, ("digits spaced out",)),
    ("07700 900123", "07700900123", ("digits",)),
    ("call 202-555-0143", "2025550143", ("digits",)),
    ("138 0013 8000", "13800138000", ("digits",)),
    ("gsm:0639981234", NUMBER, ("digits",)),
    ("tel0639981234", NUMBER, ("digits",)),
    ("06 39 98 12 34 80 euro", NUMBER, ("digits",)),
    ("80 100 06 39 98 12 34", NUMBER, ("digits",)),
    ("+33 6 39 98 12 34", "+33639981234", ("digits",)),
    ("+33 (0)6 39 98 12 34", "+33639981234", ("digits",)),
    ("0033639981234", "+33639981234", ("digits",)),
    ("+34 612 345 678", "+34612345678", ("digits",)),
    ("0470 12 34 56", "0470123456", ("digits",)),
    ("02 619 11 08", "026191108", ("digits",)),
    ("Llama 612 345 678", "612345678", ("digits",)),
    ("电话：13800001111", "13800001111", ("digits",)),
    ("oh six three nine nine eight one two three four", NUMBER, ("words",)),
    ("zero six thirty-nine ninety-eight twelve thirty-four", NUMBER, ("words",)),
    ("zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre", NUMBER, ("words",)),
    ("06 39 98 soixante-dix vingt et un", "0639987021", ("words",)),
    ("oh seven seven double oh nine double oh one two three", "07700900123", ("words",)),
    ("nueve uno dos tres cuatro cinco seis siete ocho", "912345678", ("words",)),
    ("zero sei tre nove nove otto uno due tre quattro", NUMBER, ("words",)),
    ("zero seis três nove nove oito um dois três quatro", NUMBER, ("words",)),
    ("zero șase trei nouă nouă opt unu doi trei patru", NUMBER, ("words",)),
    ("一三八零零一三八零零零", "13800138000", ("words",)),
    ("nul zes drie negen negen acht een twee drie vier", NUMBER, ("words",)),
    ("nul zes negenendertig achtennegentig twaalf vierendertig", NUMBER, ("words",)),
    ("cero seis tres nueve nueve ocho uno dos tres cuatro", NUMBER, ("words",)),
    ("cero seis treinta y nueve noventa y ocho doce treinta y cuatro", NUMBER, ("words",)),
    ("null sechs neununddreißig achtundneunzig zwölf vierunddreißig", NUMBER, ("words",)),
    ("请打零六三九九八一二三四。", NUMBER, ("words",)),
    ("〇六三九九八幺两三四", NUMBER, ("words",)),
    ("零陆叁玖玖捌壹贰叁肆", NUMBER, ("words",)),
    ("zerosixtroisneufneufhuitundeuxtroisquatre", NUMBER, ("words",)),
    ("06 trente-neuf 98 1two 34", NUMBER, ("words",)),
    ("O6 39 98 I2 34", NUMBER, ("letters for digits",)),
    ("O6 39 98 OO OO", "0639980000", ("letters for digits",)),
    ("0639981I3l", "0639981131", ("letters for digits",)),
    ("0639980|23", "0639980123", ("letters for digits",)),
    ("06🌸39🌸98🌸12🌸34", NUMBER, ("emoji between",)),
    ("０６３９９８１２３４", NUMBER, ("look-alike digits",)),
    ("⓪⑥③⑨⑨⑧①②③④", NUMBER, ("look-alike digits",)),
    ("⁰⁶³⁹⁹⁸¹²³⁴", NUMBER, ("look-alike digits",)),
    ("𝟎𝟔 𝟑𝟗 𝟗𝟖 𝟏𝟐 𝟑𝟒", NUMBER, ("look-alike digits",)),
    ("0️⃣6️⃣3️⃣9️⃣9️⃣8️⃣1️⃣2️⃣3️⃣4️⃣", NUMBER, ("look-alike digits",)),
    ("0\u200b6 39 98 1\u200b2 34", NUMBER, ("invisible marks between",)),
    ("O6 trente-neuf 98 ✨ 12 34", NUMBER, ("emoji between", "letters for digits", "words")),
    ("Numéro +353 20 919 7338 ✨ Un arrêt de tram", "+353209197338", ("digits",)),
    ("020 911 0386. Een voetmassage", "0209110386", ("digits",)),
    ("020 911 0386 Un massage", "0209110386", ("digits",)),
    ("zéro deux zéro neuf un zéro zéro neuf un zéro. Un appartement", "0209100910", ("words",)),
    ("电话+353209158955一小时200", "+353209158955", ("digits",)),
    ("电话+353209158955，一小时200欧元", "+353209158955", ("digits",)),
    ("open ten to ten. 020 911 0386", "0209110386", ("digits",)),
    ("est de 130 * zéro six trente-neuf 98 12 34", NUMBER, ("words",)),
    ("O6 39 98 12 34 | 90 all incl", NUMBER, ("letters for digits",)),
    ("随时拨打0639981234。80欧", NUMBER, ("digits",)),
    ("zéro un 3 1 4 neuf 6 zéro 2 7 zéro | Il y a", "01314960270", ("words",)),
    ("0-1-2-1-4-9-6-0-3-2-0. Il y a", "01214960320", ("digits spaced out",)),
    ("cero dos 0 9 uno seis siete 0 siete 5", "0209167075", ("words",)),
    ("Contacto06 39 98 12 34", NUMBER, ("digits",)),
    ("rendez-vous020 915 7147", "0209157147", ("digits",)),
    ("appointment0️⃣6️⃣ 3️⃣9️⃣ 9️⃣8️⃣ 1️⃣2️⃣ 3️⃣4️⃣", NUMBER, ("look-alike digits",)),
    ("al06🍀39🍀98🍀12🍀34", NUMBER, ("emoji between",)),
    ("Contacto00 1 503 555 0143", "+15035550143", ("digits",)),
    ("onzero 0 1 three nine zero 5 5 5 0 one 4 3", "+13905550143", ("words",)),
    ("Mon numérozero six trois neuf neuf huit un deux trois quatre", NUMBER, ("words",)),
    ("Llama alcero 2 cero 9 uno dos 4 8 8 cero", "0209124880", ("words",)),
    ("elO2O 9l4 ll53", "0209141153", ("letters for digits",)),
    ("atOll74 96O 85l", "01174960851", ("letters for digits",)),
    ("afspraakOOl247 555 Ol89", "+12475550189", ("letters for digits",)),
    ("ContactOOl953 555 OlOl", "+19535550101", ("letters for digits",)),
    ("bericht naarOl 99 OO 94 3O", "0199009430", ("letters for digits",)),
    ("Bookings on Ol 99 OO O5 27", "0199000527", ("letters for digits",)),
    ("Bel gerust O2O 9l3 2979 op", "0209132979", ("letters for digits",)),
    ("3☎️1☎️0☎️5☎️5☎️5☎️0☎️1☎️4☎️3", "3105550143", ("emoji between",)),
    ("0★1★4★1★4★9★6★0★9★8★8", "01414960988", ("emoji between",)),
    ("447 555 0159", "4475550159", ("digits",)),
    ("(212) 555-0123", "2125550123", ("digits",)),
    ("806 555 Ol70", "8065550170", ("letters for digits",)),
    ("cell 2125550123", "2125550123", ("digits",)),
]

NAMES: list[tuple[str, str, tuple[str, ...]]] = [
    ("wechat: Lily_66", "wechat:lily_66", ("handle",)),
    ("weixin lily66", "wechat:lily66", ("handle",)),
    ("加微信lily66预约", "wechat:lily66", ("handle",)),
    ("V信：rose88", "wechat:rose88", ("handle",)),
    ("VX rose88", "wechat:rose88", ("handle",)),
    ("微.信 abc123", "wechat:abc123", ("handle",)),
    ("v❤️x：lily123", "wechat:lily123", ("handle",)),
    ("+V lily_123", "wechat:lily_123", ("handle",)),
    ("加V: lily_123", "wechat:lily_123", ("handle",)),
    ("QQ:123456789", "qq:123456789", ("handle",)),
    ("wxid_ab12cd34", "wechat:wxid_ab12cd34", ("handle",)),
    ("telegram @rose_x", "telegram:rose_x", ("handle",)),
    ("schrijf @rose_x.", "telegram:rose_x", ("handle",)),
    ("line: rosegent", "line:rosegent", ("handle",)),
    ("signal: rose.12", "signal:rose.12", ("handle",)),
    ("WhatsApp +33 6 39 98 12 34", "+33639981234", ("digits",)),
    ("lily@mail.example.", "mailto:lily@mail.example", ("mail",)),
    ("lily (at) mail (dot) example", "mailto:lily@mail.example", ("words",)),
    ("lily at mail dot example", "mailto:lily@mail.example", ("words",)),
    ("lily arobase mail point example", "mailto:lily@mail.example", ("words",)),
    ("lily(a)mail.example", "mailto:lily@mail.example", ("words",)),
    ("lily @ mail punt example", "mailto:lily@mail.example", ("words",)),
    ("lily arroba mail punto example", "mailto:lily@mail.example", ("words",)),
    ("seen on salon.com.hk:8080", "https://salon.com.hk", ("page",)),
    ("zie www.Site.example/Pad, ok", "https://www.site.example/Pad", ("page",)),
    ("https://site.example/a?b=1.", "https://site.example/a?b=1", ("page",)),
    ("https://t.me/rose_x", "telegram:rose_x", ("page",)),
    ("wa.me/33639981234", "+33639981234", ("page",)),
]

NO_CONTACTS = [
    "100 150 200",
    "12 18 24 30 h",
    "2024 03 15",
    "80 120 150 200 euro",
    "room 12 floor 3 till 22 30",
    "BE02 1234 5678 9012",
    "BE68 5390 0754 7034",
    "NL02ABNA0123456789",
    "rekening 001-1234567-89",
    "rekening0123456789",
    "order 4155550123",
    "order0123456789",
    "FR03123456789",
    "BE0123456789",
    "photo0123456789.jpg",
    "site_0639981234a",
    "220 350 4500",
    "250 375 1250",
    "250 300 2024",
    "1 2 3 4 5 6 7 8 9 0",
    "5★4★5★4★5★5★4★5",
    "1★2★3★4★5★6★7★8★9",
    "bus 3 7 1 9 4 2 8 6",
    "lignes 3/7/1/9/4/2/8/6/5",
    "lignes 3, 7, 1, 9, 4, 2, 8, 6",
    "4111 1111 1111 1111",
    "tercero 10 20 30 40",
    "zone01 02 03 04 05",
    "vanaf09 10 11 12 13",
    "du0 10 20 30 40 50",
    "contacto612 345 678",
    "Lili 25 ans 1m70 55 90 60",
    "school 10 20 30 40 50",
    "30 min 80 euro, 60 min 120 euro, 90 min 160 euro",
    "600 700 800",
    "2020-03-14",
    "14/03/2020",
    "04/03/20 14:00",
    "14/03 15/03 16/03 17/03",
    "01/03, 02/03, 03/03 en 04/03",
    "call 100 150 200",
    "order 1000234567",
    "1985-2020, 2019 2020 2021",
    "18 20 22 24 26",
    "04 sept 2020 10:30",
    "04/03/2020 | 12:30 | 80 euro",
    "09:00-22:00, 10:00-16:00",
    "09.00-18.00 10.00-16.00",
    "1m75, 55 kg, 90-60-90",
    "24/7 en 7/7",
    "0,50 1,00 1,50 2,00",
    "1000 Brussel, 3000 Leuven, 75001 Paris",
    "RP-427230",
    "FICT-0639981234",
    "5f3146d22f7b184b 0a639981234c",
    "FR76 3000 6000 0112 3456 7890 189",
    "063998123412345678901234567890",
    "1 2 3 4 5 6 7 8 9 10 11 12",
    "one two three four five six seven eight nine ten",
    "een, twee, drie massages of zes",
    "WhatsApp beschikbaar, Telegram ook",
    "Online session de massage, signal fort",
    "See me at hotel Gent. At home too.",
    "Rust.Kalmte en zorg",
    "Eén uur is 170 euro. Van 10 tot 23 uur",
    "",
    "\x00\ud800",
    "WhatsApp  - Book now",
    "telegram - discretion",
    "WhatsApp: Book now",
    "Skype: live show",
    "WeChat ID below",
]


def _read(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(found.value, found.ways) for found in read_contacts(text)]


@pytest.mark.parametrize(("text", "value", "ways"), PHONES + NAMES)
def test_a_contact_is_read_in_this_way_of_writing(text: str, value: str, ways: tuple[str, ...]) -> None:
    """A contact is read to its canonical value, with the disguises used."""
    assert _read(text) == [(value, ways)]


@pytest.mark.parametrize("text", NO_CONTACTS)
def test_this_text_holds_no_contact(text: str) -> None:
    """Prices, dates, times, sizes, ids and plain sentences are no contacts."""
    assert read_contacts(text) == ()


@pytest.mark.parametrize("between", [" / ", ", ", "\n", " ", " of ", " 🌸 "])
def test_two_numbers_side_by_side_are_two(between: str) -> None:
    """Two numbers with little between them stay apart."""
    found = read_contacts(f"06 39 98 12 34{between}06 39 98 56 78")
    assert [one.value for one in found] == ["0639981234", "0639985678"]


def test_stretches_are_those_of_the_original() -> None:
    """Start and end index the text as it was written, emoji and marks before it counted."""
    text = "✨ÉÉ\u200b Bel 0️⃣6️⃣ 39 98 12 3️⃣4️⃣ of lily@mail.example!"
    phone, mail = read_contacts(text)
    assert (phone.as_written, mail.as_written) == ("0️⃣6️⃣ 39 98 12 3️⃣4️⃣", "lily@mail.example")
    assert text[phone.start : phone.end] == phone.as_written
    assert mail.plain
    assert not phone.plain


DIGIT_WAYS = [
    list("0123456789"),
    list("０１２３４５６７８９"),
    list("𝟬𝟭𝟮𝟯𝟰𝟱𝟲𝟳𝟴𝟵"),
    [f"{digit}\ufe0f\u20e3" for digit in "0123456789"],
    list("零一二三四五六七八九"),
    list("零壹贰叁肆伍陆柒捌玖"),
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
    ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"],
    ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"],
    ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"],
    ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"],
]

SEPARATORS = [" ", ".", "-", " - ", "*", "🌸", " ✨ ", "\u200b ", "_", " . "]

FILLER = st.lists(
    st.sampled_from(
        ["Massage", "rust", "calme", "gentle", "Gent", "按摩", "✨", "bonjour", "uur.", "80 euro,", "vriendelijk!"]
    ),
    max_size=6,
).map(" ".join)


@st.composite
def _written(draw: st.DrawFn) -> tuple[str, str]:
    """Write a number reserved for fiction, each digit in a way of its own, with one mark between all."""
    digits = "063998" + draw(st.text("0123456789", min_size=4, max_size=4))
    ways = draw(st.lists(st.sampled_from(DIGIT_WAYS), min_size=10, max_size=10))
    mark = draw(st.sampled_from(SEPARATORS))
    return digits, mark.join(way[int(digit)] for digit, way in zip(digits, ways, strict=True))


@given(_written(), FILLER, FILLER)
def test_a_number_written_in_any_way_is_read_back(number: tuple[str, str], before: str, after: str) -> None:
    """A number written in any mixture of ways is the one contact of the text around it."""
    digits, written = number
    text = f"{before} :: {written} :: {after}"
    (found,) = read_contacts(text)
    assert found.value == digits
    assert text[found.start : found.end] == found.as_written


@given(FILLER)
def test_filler_holds_no_contact(text: str) -> None:
    """A text without a contact gives none."""
    assert read_contacts(text) == ()


PIECES = st.sampled_from(
    ["0", "06", "39", "+33", "00", "O", "l", "|", " ", ".", "-", "\n", ",", "@", " at ", " dot ", "www.", "a", "wechat", ":",
     "vx", "trente", "neuf", "quatre-vingt", "六", "⑩", "½", "℡", "é", "\u0301", "\u200b", "🌸", "\ud800", "\x00", "com", "(", ")"]
)  # fmt: skip


@given(st.one_of(st.text(st.characters(exclude_categories=())), st.lists(PIECES, max_size=40).map("".join)))
def test_any_text_is_taken(text: str) -> None:
    """Any text, lone surrogates and all, gives contacts in order that do not overlap and stand where they say."""
    last = 0
    for found in read_contacts(text):
        assert last <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.as_written
        assert found.value
        assert found.ways
        last = found.end
