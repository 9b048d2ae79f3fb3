"""English phrases."""

from palermo.training.texts.language import Language

ENGLISH = Language(
    code="en",
    titles=(
        "[Relaxing|Calming|Soothing] massage in {city}",
        "{name}, [a quiet hour|a calm moment|time to unwind] in {city}",
        "{city}: [wellness|relaxation] with {name}",
        "[Take a break|Slow down|Breathe out] with {name}",
        "{name} [is back in|visits|welcomes you in] {city}",
    ),
    greetings=(
        "[Hello|Good day|Welcome], my name is {name}[| and I am pleased to meet you].",
        "I am {name}, [staying in|visiting|now in] {city}[| for some days].",
        "[Dear guest|Dear visitor], {name} [welcomes|receives] you in {city}.",
        "{name} here, [at your service|happy to help you unwind] in {city}.",
        "Are you [looking for|in need of] a quiet hour in {city}? Then [meet|call on] {name}.",
        "[After a long day|After work|Between two meetings] {name} [offers|has] a warm welcome in {city}.",
    ),
    offers=(
        "I [offer|give|propose] a [calm|slow|gentle] massage with [warm|scented|natural] oil.",
        "[Back, neck and shoulders|Shoulders and back|Neck and shoulders] get [all my attention|the time they need].",
        "My massages [last|take] [a full hour|sixty minutes|ninety minutes], never [rushed|hurried].",
        "[Company|Pleasant company] for [a dinner|an evening out|a walk through town] is possible [too|as well].",
        "[Good conversation|A listening ear|A cup of tea] is [part of it|always included|never missing].",
        "I [learnt|trained in] [classic|traditional|Nordic] massage and [love|enjoy] what I do.",
        "A [hot stone|foot|head] massage can be [added|booked on top].",
        "You [leave|go home|step outside] [rested|light|calm] and [with a smile|ready for the week].",
        "[Stress|Tension|A stiff back] [melts away|is gone|makes room for rest] under [patient|trained] hands.",
        "I [work|receive] [alone and at ease|by appointment only|without a clock in sight].",
    ),
    settings=(
        "My [place|studio|flat] is [clean|bright|spotless], [quiet|warm] and [easy to reach|near the station].",
        "[Soft music|Candles|Dim light] and [fresh towels|clean linen] [await you|are ready].",
        "There is [free parking|a car park|a tram stop] [in the street|round the corner|close by].",
        "A [shower|hot shower] is [there for you|at your disposal] [before and after|at any time].",
        "You [ring|are met] at the [front door|side entrance] of a [discreet|quiet] building.",
        "I also [come to|visit] your hotel in {city} [on request|for longer bookings].",
        "[Coffee|Mint tea|Cold water] is [served|poured] in a [little lounge|sunny kitchen].",
    ),
    hours=(
        "[Open|Available|Here] [every day|Monday to Saturday|on weekdays] from [9|10|11] am to [8|9|10|11] pm.",
        "[Mornings|Afternoons|Evenings] [by appointment|on request].",
        "[Please call|Call] [an hour|half an hour|some time] ahead.",
        "[Sundays|Mondays] [closed|I rest].",
        "In {city} [until Sunday|this week|until the end of the month].",
    ),
    prices=(
        "[An hour is|One hour costs|Sixty minutes:] {price} euro.",
        "[From|Starting at] {price} euro, [cash|card] [accepted|welcome].",
        "{price} € [all in|nothing to add].",
        "My [fee|rate] is {price} euro[| and is not up for discussion].",
    ),
    contacts=(
        "[Call|Ring|Phone] {number}[| to make an appointment].",
        "[Text|Message] me [on|at] {number}.",
        "[Appointments|Bookings] [on|at]: {number}.",
        "[Reach me|You find me] [on|at] {number}, [also by message|voice only].",
    ),
    beside=(
        "[Use|Call] the number [beside|above] this advert.",
        "[Contact|Write to] me through the [site|form].",
    ),
    closings=(
        "[See you soon|Until soon|Looking forward to it], {name}.",
        "[Warm regards|Kind regards|A warm welcome], {name}.",
        "I [look forward|am looking forward] to [your call|meeting you].",
        "[Treat yourself|You have earned it|Give yourself a rest].",
    ),
    stock=(
        "No withheld numbers please.",
        "Serious callers only.",
        "Discretion assured.",
        "I do not answer text messages.",
        "Respect and hygiene are a must.",
        "Real photos.",
        "Please be on time.",
        "Hotel and home visits possible.",
    ),
    boilerplate=(
        (
            "This advert was placed on {site}. The advertiser has confirmed that the details are correct and that the "
            "advert keeps to the house rules. Questions about an advert? Call the help desk on {hotline}."
        ),
        "Mention {site} when you call. {site} is not a party to any appointment. Report abuse on {hotline}, day and night.",
    ),
    digits=("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
)
