"""English parts."""

from palermo.training.trials.words.part import Parts, lines, named, places

ENGLISH = Parts(
    code="en",
    leads=lines("""
        I offer
        You will find
        Come and enjoy
        Treat yourself to
        There is always
        Ask me about
        Looking for
        Discover
        I take time for
        Included is
        You are welcome for
        My guests love
        Book now for
        Nothing beats
    """),
    things=lines("""
        a relaxing massage
        a clean apartment
        free parking
        a quiet hour
        a friendly welcome
        a hot shower
        soft music
        warm oil
        fresh towels
        a cup of tea
        a discreet entrance
        a private studio
        a calm moment
        a foot massage
        a long back rub
        candle light
        an easy tram stop
        good conversation
        full attention
        a comfortable table
        flexible hours
        a bright room
        real relaxation
        a cold drink
        hot stones
        an evening walk
        pleasant company
        a patient listener
        a second visit
        hotel visits
    """),
    tails=lines("""
        near the station
        in the centre
        without any rush
        after a long day
        all week long
        until late evening
        with a smile
        by appointment only
        in a quiet street
        at a fair price
        for the whole body
        just round the corner
        from ten to ten
        on the ground floor
        close to the park
        when you need it
        in full discretion
        for tired shoulders
        between two meetings
        every single day
        before you travel
        at your own pace
        with natural scents
        behind the theatre
        like nowhere else
        away from the noise
        on short notice
        for new visitors
    """),
    whole=lines("""
        No withheld numbers
        Serious callers only
        Discretion assured
        Real photos
        Please be on time
        Respect is a must
        Cash or card
        See you soon
        No text messages
        Open every day
        Closed on Sundays
        Hotel and home visits
        First time in town
        Only for a few days
        Back after the holidays
        Kindness comes first
        Hygiene guaranteed
        Ring at the front door
        Lift in the building
        English and French spoken
        New address this month
        Just give it a try
        Feel at home
        Take a deep breath
        Do not hesitate
        Private place
        Thank you for reading
        Gift vouchers available
    """),
    greetings=lines("""
        Hello I am {name}
        My name is {name} from {city}
        {name} welcomes you in {city}
        Hi there {name} here
        {name} is back in {city}
        Meet {name} this week in {city}
        Good day my name is {name}
        Dear guest I am {name}
        It is {name} in {city} again
        Call me {name}
    """),
    prices=lines("""
        One hour is {price} euro
        From {price} euro
        {price} all included
        My rate is {price}
        Sixty minutes for {price}
        {price} cash only
        Starting at {price} per hour
        The price is {price} and no extras
    """),
    contacts=lines("""
        Call {number}
        Phone {number}
        Text me on {number}
        Reach me at {number}
        Bookings on {number}
        My number {number}
        For an appointment {number}
        Ring {number} any time
        Message {number} first
        Contact {number}
        WhatsApp {number}
        {number}
    """),
    titles=lines("""
        Relaxing massage in {city}
        {name} in {city}
        Time to unwind with {name}
        {city} wellness studio
        A quiet hour in {city}
        {name} is here
        New in {city} {name}
        Massage by {name}
        Private studio {city}
        Slow down in {city}
        Warm hands {name}
        Calm and discreet in {city}
    """),
    house=lines("""
        This advert was placed on {site}
        {site} checks every advert by hand before it appears
        The advertiser has confirmed that all details are correct
        Mention {site} when you call
        {site} is not a party to any appointment
        Please report adverts that break the house rules
        All pictures on {site} belong to their owners
        Read the general terms of {site} before you book
        {site} is meant for adults
        Never pay anything in advance
        Place your own advert on {site} free of charge
        More adverts in this city can be found on {site}
        Last checked by the team of {site}
        Copying texts from {site} is forbidden
        Your visit to {site} remains private
        {site} works with trusted advertisers since many years
        Use the form below to write to the advertiser
        By using {site} you accept cookies
        Adverts on {site} are renewed every night
        Rate your experience on {site} afterwards
    """),
    hotlines=lines("""
        Questions about an advert call the help desk of {site} on {hotline}
        Report abuse to {site} day and night on {hotline}
        Customer service {site} {hotline}
        Problems with this advert phone {hotline}
    """),
    digits=("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    names=named("""
        Amber Bella Clara Diana Ella Freya Grace Hazel Iris Jade
        Kira Luna Mila Nora Olivia Pearl Ruby Stella Tessa Vera
    """),
    cities=places("""
        London//GB; Leeds//GB; Bristol//GB; Glasgow//GB; Dublin//IE; Cork//IE; Ghent/Gent/BE; Brussels/Brussel/BE
        Antwerp/Antwerpen/BE; The Hague/Den Haag/NL; Manchester//GB; Cardiff//GB
    """),
)
"""English."""
