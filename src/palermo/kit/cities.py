"""Tells which writings name one city: Gent, Gand, Ghent, Gante and 根特 are one.

The table holds cities of Europe whose names differ between Dutch, French, English, Spanish, German and Chinese. A city
that is not in it is known by its folded name, so that accents and case make no difference.
"""

from functools import cache

from palermo.kit.fold import fold

_CITIES: tuple[str, ...] = (
    "Aachen|Aken|Aix-la-Chapelle|Aquisgrán|亚琛",
    "Alicante|Alacant|Alicante/Alacant|阿利坎特",
    "Amsterdam|Ámsterdam|阿姆斯特丹",
    "Antwerpen|Anvers|Antwerp|Amberes|安特卫普",
    "Arlon|Aarlen|Arel|阿尔隆",
    "Athina|Athens|Athene|Athènes|Atenas|Athen|雅典",
    "Barcelona|Barcelone|巴塞罗那",
    "Basel|Bâle|Basilea|Bazel|巴塞尔",
    "Berlin|Berlijn|Berlín|柏林",
    "Bern|Berne|Berna|伯尔尼",
    "Bilbao|Bilbo|毕尔巴鄂",
    "Bordeaux|Burdeos|波尔多",
    "Brugge|Bruges|Brujas|Brügge|布鲁日",
    "Brussel|Bruxelles|Brussels|Bruselas|Brüssel|布鲁塞尔",
    "Bucuresti|Bucharest|Boekarest|Bucarest|Bukarest|布加勒斯特",
    "Budapest|Boedapest|布达佩斯",
    "Charleroi|沙勒罗瓦",
    "Den Haag|The Hague|La Haye|La Haya|'s-Gravenhage|海牙",
    "Dinant|迪南",
    "Donostia|San Sebastián|Donostia-San Sebastián|Donostia / San Sebastián|Saint-Sébastien|圣塞瓦斯蒂安",
    "Doornik|Tournai|图尔奈",
    "Düsseldorf|Dusseldorf|杜塞尔多夫",
    "Eupen|奥伊彭",
    "Frankfurt|Francfort|Frankfurt am Main|Fráncfort|法兰克福",
    "Genève|Geneva|Genf|Ginebra|日内瓦",
    "Genk|亨克",
    "Gent|Gand|Ghent|Gante|根特",
    "Granada|Grenade|格拉纳达",
    "Hamburg|Hambourg|Hamburgo|汉堡",
    "Hasselt|哈瑟尔特",
    "Kobenhavn|København|Copenhagen|Kopenhagen|Copenhague|哥本哈根",
    "Köln|Keulen|Cologne|Colonia|科隆",
    "Kortrijk|Courtrai|科特赖克",
    "Lausanne|Lausana|洛桑",
    "Leuven|Louvain|Lovaina|Löwen|鲁汶",
    "Lille|Rijsel|里尔",
    "Lisboa|Lisbon|Lissabon|Lisbonne|里斯本",
    "Liège|Luik|Lieja|Lüttich|列日",
    "London|Londen|Londres|伦敦",
    "Luxembourg|Luxemburg|Luxemburgo|卢森堡",
    "Lyon|Lión|里昂",
    "Maastricht|Maestricht|马斯特里赫特",
    "Madrid|马德里",
    "Málaga|Malaga|马拉加",
    "Marseille|Marsella|马赛",
    "Mechelen|Malines|Malinas|Mecheln|梅赫伦",
    "Milano|Milan|Milaan|Milán|Mailand|米兰",
    "Mons|Bergen|蒙斯",
    "München|Munich|Múnich|慕尼黑",
    "Murcia|Murcie|穆尔西亚",
    "Namur|Namen|Namurs|那慕尔",
    "Neufchâteau|讷沙托",
    "Nice|Niza|Nizza|尼斯",
    "Oostende|Ostende|Ostend|奥斯坦德",
    "Palma|Palma de Mallorca|帕尔马",
    "Paris|Parijs|París|巴黎",
    "Porto|Oporto|波尔图",
    "Praha|Prague|Praag|Praga|Prag|布拉格",
    "Roma|Rome|Rom|罗马",
    "Rotterdam|鹿特丹",
    "Sevilla|Seville|Séville|塞维利亚",
    "Strasbourg|Straatsburg|Straßburg|Estrasburgo|斯特拉斯堡",
    "Torrevieja|托雷维耶哈",
    "Utrecht|乌得勒支",
    "Valencia|València|Valence|瓦伦西亚",
    "Verviers|韦尔维耶",
    "Vitoria-Gasteiz|Vitoria|Gasteiz|维多利亚",
    "Warszawa|Warsaw|Warschau|Varsovie|Varsovia|华沙",
    "Wien|Vienna|Wenen|Vienne|Viena|维也纳",
    "Zaragoza|Saragosse|Saragossa|萨拉戈萨",
    "Zürich|Zurich|Zúrich|苏黎世",
)
"""One city a text, its own name first."""


def city_key(name: str) -> str:
    """Give a city's key: equal for all writings of one city; empty for an empty name."""
    key = fold(name).strip()
    return _table().get(key, key)


def city_names(name: str) -> tuple[str, ...]:
    """Give every writing of a city the table knows, folded; of a city it does not know, the folded name alone."""
    key = city_key(name)
    return (key, *_others().get(key, ()))


@cache
def _others() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for written, key in sorted(_table().items()):
        if written != key:
            found.setdefault(key, []).append(written)
    return {key: tuple(names) for key, names in found.items()}


@cache
def _table() -> dict[str, str]:
    return {fold(written): fold(names.split("|")[0]) for names in _CITIES for written in names.split("|")}
