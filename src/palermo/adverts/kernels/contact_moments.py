"""Takes dates and times out of a folded text, so that their digits are read as nobody's number."""

import numba as nb

from palermo.adverts.kernels.contact_tables import INNER, codes_of

CLEARED = 0xA7
"""Stands where something was taken out."""

_LINKS = codes_of(" et | en | and | und | y |")
"""The words between two days, each with a bar behind it."""


@nb.njit(cache=True, nogil=True, error_model="numpy")
def without_moments(text):
    """Put a sign in place of every date and time; gives a copy, and whether there were any, or the text itself."""
    cleared = text
    changed = False
    for dates in (True, False):
        start, end = next_moment(cleared, 0, dates)
        while end > 0:
            if not changed:
                cleared = text.copy()
                changed = True
            cleared[start:end] = CLEARED
            start, end = next_moment(cleared, end, dates)
    return cleared, changed


@nb.njit(**INNER)
def next_moment(text, i, dates):
    """Find the next date, or else time, from a place on; gives its beginning and end, 0 for none."""
    n = text.shape[0]
    while i < n:
        if not 48 <= text[i] <= 57:
            i += 1
            continue
        end = _date(text, i) if dates else _time(text, i)
        if end > 0:
            return i, end
        while i < n and 48 <= text[i] <= 57:
            i += 1
    return 0, 0


@nb.njit(**INNER)
def _at(text, i):
    return text[i] if 0 <= i < text.shape[0] else 0


@nb.njit(**INNER)
def _is_digit(text, i):
    return 48 <= _at(text, i) <= 57


@nb.njit(**INNER)
def _digits(text, i, head):
    """Count the digits from a place: 1, 2 if the first is at most `head`, 4 for a year; else 0."""
    size = 0
    while size <= 4 and _is_digit(text, i + size):
        size += 1
    if size == 1 or (size == 2 and text[i] - 48 <= head):
        return size
    century = size == 4 and ((text[i] == 49 and text[i + 1] == 57) or (text[i] == 50 and text[i + 1] == 48))
    return 4 if century else 0


@nb.njit(**INNER)
def _is_stroke(code):
    return code == 45 or code == 46 or code == 47


@nb.njit(**INNER)
def _date(text, i):
    """Give the end of the date that begins at a digit, or -1."""
    if not (_is_digit(text, i - 2) and _is_stroke(_at(text, i - 1))):
        end = _whole_date(text, i)
        if end > 0:
            return end
    if _at(text, i - 1) != 47:
        end = _days(text, i)
        if end > 0:
            return end
    return _september(text, i)


@nb.njit(**INNER)
def _whole_date(text, i):
    """Read year, month, day or day, month, year with one mark between."""
    first = _digits(text, i, 3)
    mark = _at(text, i + first)
    if first == 0 or not _is_stroke(mark):
        return -1
    month = i + first + 1
    second = _digits(text, month, 1)
    if second == 0 or second == 4 or _at(text, month + second) != mark:
        return -1
    last = month + second + 1
    third = _digits(text, last, 3 if first == 4 else 9)
    if third == 0 or (third == 4 if first == 4 else third == 1):
        return -1
    end = last + third
    return -1 if _is_stroke(_at(text, end)) and _is_digit(text, end + 1) else end


@nb.njit(**INNER)
def _day(text, i):
    """Read a day and month such as 14/03; gives its end or -1."""
    day = _digits(text, i, 3)
    if day == 0 or day == 4 or _at(text, i + day) != 47:
        return -1
    month = _digits(text, i + day + 1, 1)
    return -1 if month == 0 or month == 4 else i + day + 1 + month


@nb.njit(**INNER)
def _days(text, i):
    """Read two or more days in a row; gives the end of the last or -1."""
    end = _day(text, i)
    if end < 0:
        return -1
    sound = -1
    while True:
        begin = _after_link(text, end)
        end = _day(text, begin) if begin > 0 else -1
        if end < 0:
            return sound
        if _at(text, end) != 47:
            sound = end


@nb.njit(**INNER)
def _after_link(text, i):
    """Give the end of what may stand between two days, or -1."""
    code = _at(text, i)
    if code == 44:
        return i + 2 if _at(text, i + 1) == 32 else i + 1
    if code == 45:
        return i + 1
    if code != 32:
        return -1
    beside = _at(text, i + 1)
    if beside == 45:
        return i + 3 if _at(text, i + 2) == 32 else i + 2
    if beside == 38 and _at(text, i + 2) == 32:
        return i + 3
    k = i
    sound = True
    for letter in _LINKS:
        if letter != 124:
            sound = sound and _at(text, k) == letter
            k += 1
        elif sound:
            return k
        else:
            k, sound = i, True
    return i + 1


@nb.njit(**INNER)
def _september(text, i):
    """Read a day of September with its year: “sept” is a digit word too."""
    day = _digits(text, i, 3)
    k = i + day
    if day == 0 or day == 4 or _at(text, k) != 32:
        return -1
    if _at(text, k + 1) != 115 or _at(text, k + 2) != 101 or _at(text, k + 3) != 112:
        return -1
    k += 4
    if _at(text, k) == 116:
        k += 1
    if _at(text, k) == 46:
        k += 1
    if _at(text, k) != 32 or _digits(text, k + 1, 0) != 4:
        return -1
    return k + 5


@nb.njit(**INNER)
def _minutes(text, i, whole_tens):
    """Whether two digits from 00 to 59, no more, stand at a place; perhaps only whole tens."""
    if not (_is_digit(text, i) and _is_digit(text, i + 1)) or _is_digit(text, i + 2) or text[i] > 53:
        return False
    return not whole_tens or text[i + 1] == 48


@nb.njit(**INNER)
def _time(text, i):
    """Give the end of the time, or the opening hours with points, that begin at a digit; or -1."""
    hour = _digits(text, i, 2)
    mark = _at(text, i + hour)
    before = _at(text, i - 1)
    if hour == 0 or hour == 4:
        return -1
    end = i + hour + 3
    if mark == 58:
        if before == 58 or not _minutes(text, i + hour + 1, False):
            return -1
        if _at(text, end) == 58 and _is_digit(text, end + 1):
            if not _minutes(text, end + 1, False):
                return -1
            end += 3
        return -1 if _at(text, end) == 58 and _is_digit(text, end + 1) else end
    if (
        mark != 46
        or (_is_digit(text, i - 2) and (before == 46 or before == 45))
        or not _minutes(text, i + hour + 1, True)
    ):
        return -1
    if _at(text, end) == 32:
        end += 1
    if _at(text, end) != 45:
        return -1
    end += 2 if _at(text, end + 1) == 32 else 1
    hour = _digits(text, end, 2)
    if hour == 0 or hour == 4 or _at(text, end + hour) != 46 or not _minutes(text, end + hour + 1, True):
        return -1
    end += hour + 3
    return -1 if (_at(text, end) == 46 or _at(text, end) == 45) and _is_digit(text, end + 1) else end
