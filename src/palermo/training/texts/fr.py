"""French phrases."""

from palermo.training.texts.language import Language

FRENCH = Language(
    code="fr",
    titles=(
        "Massage [relaxant|apaisant|tout en douceur] à {city}",
        "{name}, [une heure au calme|un moment pour vous|une vraie pause] à {city}",
        "{city} : [bien-être|détente] avec {name}",
        "[Respirez|Posez-vous|Prenez le temps] avec {name}",
        "{name} [est de retour à|reçoit à|vous accueille à] {city}",
    ),
    greetings=(
        "[Bonjour|Bienvenue|Bonjour à tous], je m'appelle {name}[| et je serai ravie de vous accueillir].",
        "Je suis {name}, [de passage|de retour|installée] à {city}[| pour quelques jours].",
        "[Cher visiteur|Chers visiteurs], {name} vous [reçoit|accueille] à {city}.",
        "{name} [prend le temps pour vous|est à votre écoute] à {city}.",
        "[Vous cherchez|Vous avez besoin d'] une heure au calme à {city} ? [Venez voir|Rencontrez] {name}.",
        "[Après une longue journée|Après le travail|Entre deux rendez-vous], {name} [offre|réserve] un bel accueil à {city}.",
    ),
    offers=(
        "Je [propose|donne] un massage [calme|lent|doux] à l'huile [chaude|parfumée|naturelle].",
        "[Dos, nuque et épaules|Épaules et dos|Nuque et épaules] reçoivent [toute mon attention|le temps qu'il faut].",
        "Un massage [dure|prend] [une bonne heure|soixante minutes|une heure et demie], [sans se presser|à votre rythme].",
        "[De la compagnie|Une compagnie agréable] pour [un dîner|une sortie|une promenade en ville], [c'est possible|pourquoi pas].",
        "[Une bonne conversation|Une oreille attentive|Une tasse de thé] fait [partie du moment|toujours partie de l'accueil].",
        "J'ai [appris|étudié] le massage [classique|traditionnel|suédois] et j'aime [ce métier|ce que je fais].",
        "Un massage [aux pierres chaudes|des pieds|de la tête] peut [s'ajouter|se réserver en plus].",
        "Vous [repartez|rentrez] [reposé|léger|serein], [le sourire aux lèvres|prêt pour la semaine].",
        "[Le stress|La tension|Le dos noué] [s'en va|disparaît|laisse place au repos] sous des mains [patientes|formées].",
        "Je travaille [seule et sans hâte|sur rendez-vous|sans regarder l'heure].",
    ),
    settings=(
        "Mon [cabinet|studio|appartement] est [propre|lumineux|impeccable], [calme|chaleureux] et [facile d'accès|près de la gare].",
        "[Musique douce|Bougies|Lumière tamisée] et [serviettes fraîches|linge propre] [vous attendent|sont prêts].",
        "Il y a [un parking gratuit|un parking couvert|un arrêt de tram] [dans la rue|au coin|tout près].",
        "Une douche[ chaude|] est [à votre disposition|prête pour vous], [avant et après|quand vous voulez].",
        "On vous [reçoit|ouvre] à [la porte d'entrée|l'entrée de côté] d'un immeuble [discret|tranquille].",
        "Je me déplace aussi à votre hôtel à {city} [sur demande|pour les longs rendez-vous].",
        "[Café|Thé à la menthe|Eau fraîche] [servi|offert] dans [un petit salon|une cuisine ensoleillée].",
    ),
    hours=(
        "[Ouvert|Disponible|Présente] [tous les jours|du lundi au samedi|en semaine] de [9|10|11] h à [20|21|22|23] h.",
        "[Le matin|L'après-midi|En soirée] [sur rendez-vous|sur demande].",
        "[Appelez|Merci d'appeler] [une heure|une demi-heure|un peu] avant.",
        "[Dimanche|Lundi] [fermé|repos].",
        "À {city} [jusqu'à dimanche|cette semaine|jusqu'à la fin du mois].",
    ),
    prices=(
        "[L'heure est à|Une heure coûte|Soixante minutes :] {price} euros.",
        "[À partir de|Dès] {price} euros, [espèces|carte] [acceptées|bienvenue].",
        "{price} € [tout compris|sans supplément].",
        "Mon [tarif|prix] est de {price} euros[| et ne se discute pas].",
    ),
    contacts=(
        "[Appelez|Téléphonez] au {number}[| pour un rendez-vous].",
        "[Écrivez-moi|Envoyez un message] au {number}.",
        "[Rendez-vous|Réservations] au : {number}.",
        "Vous me [joignez|trouvez] au {number}, [aussi par message|uniquement par appel].",
    ),
    beside=(
        "[Utilisez|Appelez] le numéro [à côté|au-dessus] de l'annonce.",
        "[Écrivez-moi|Contactez-moi] par [le site|le formulaire].",
    ),
    closings=(
        "[À bientôt|À très vite|Au plaisir], {name}.",
        "[Chaleureusement|Cordialement|Bien à vous], {name}.",
        "[Au plaisir de|Je me réjouis de] [vous entendre|vous rencontrer].",
        "[Offrez-vous du repos|Vous l'avez mérité|Faites-vous du bien].",
    ),
    stock=(
        "Pas d'appels masqués svp.",
        "Appels sérieux uniquement.",
        "Discrétion assurée.",
        "Je ne réponds pas aux sms.",
        "Respect et hygiène exigés.",
        "Photos réelles.",
        "Merci d'être à l'heure.",
        "Déplacement à domicile et à l'hôtel possible.",
    ),
    boilerplate=(
        (
            "Cette annonce a été publiée sur {site}. L'annonceur a confirmé que les données sont exactes et que l'annonce "
            "respecte le règlement. Une question sur une annonce ? Appelez l'assistance au {hotline}."
        ),
        "Dites que vous venez de {site}. {site} n'est partie à aucun rendez-vous. Signalez un abus jour et nuit au {hotline}.",
    ),
    digits=("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
)
