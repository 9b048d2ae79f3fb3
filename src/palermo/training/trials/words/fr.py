"""French parts."""

from palermo.training.trials.words.part import Parts, lines, named, places

FRENCH = Parts(
    code="fr",
    leads=lines("""
        Je propose
        Vous trouverez
        Venez découvrir
        Offrez-vous
        Il y a toujours
        Demandez-moi
        Vous cherchez
        Savourez
        Je vous réserve
        Est compris
        Mes visiteurs aiment
        Réservez dès maintenant
        Rien ne vaut
        On vous attend pour
    """),
    things=lines("""
        un massage relaxant
        un appartement propre
        un parking gratuit
        une heure tranquille
        un accueil chaleureux
        une douche chaude
        une musique douce
        une huile tiède
        des serviettes fraîches
        une tasse de thé
        une entrée discrète
        un studio privé
        un moment de calme
        un massage des pieds
        un long massage du dos
        des bougies
        un arrêt de tram
        une bonne conversation
        toute mon attention
        une table confortable
        des horaires souples
        une pièce lumineuse
        une vraie détente
        une boisson fraîche
        des pierres chaudes
        une promenade du soir
        une compagnie agréable
        une oreille attentive
        une deuxième visite
        des visites à l'hôtel
    """),
    tails=lines("""
        près de la gare
        au centre-ville
        sans se presser
        après une longue journée
        toute la semaine
        jusque tard le soir
        avec le sourire
        uniquement sur rendez-vous
        dans une rue calme
        à prix correct
        pour tout le corps
        au coin de la rue
        de dix à vingt-deux heures
        au rez-de-chaussée
        à côté du parc
        quand vous en avez besoin
        en toute discrétion
        pour les épaules fatiguées
        entre deux réunions
        chaque jour que l'on veut
        avant de reprendre la route
        à votre rythme
        aux senteurs naturelles
        derrière le théâtre
        comme nulle part ailleurs
        loin du bruit
        même au dernier moment
        pour les nouveaux visiteurs
    """),
    whole=lines("""
        Pas de numéros masqués
        Personnes sérieuses uniquement
        Discrétion assurée
        Photos réelles
        Merci d'être à l'heure
        Respect exigé
        Espèces ou carte
        À très bientôt
        Pas de messages
        Ouvert tous les jours
        Fermé le dimanche
        Hôtel et domicile possibles
        Première fois dans la région
        Pour quelques jours seulement
        De retour après les vacances
        La gentillesse avant tout
        Hygiène garantie
        Sonnez à la porte principale
        Ascenseur dans le bâtiment
        Français et anglais parlés
        Nouvelle adresse ce mois-ci
        Il suffit d'essayer
        Comme à la maison
        Respirez profondément
        N'hésitez pas
        Lieu privé
        Merci de votre lecture
        Bons cadeaux disponibles
    """),
    greetings=lines("""
        Bonjour je suis {name}
        Je m'appelle {name} de {city}
        {name} vous accueille à {city}
        Coucou ici {name}
        {name} est de retour à {city}
        Rencontrez {name} cette semaine à {city}
        Bonjour mon nom est {name}
        Cher visiteur je suis {name}
        C'est encore {name} à {city}
        Appelez-moi {name}
    """),
    prices=lines("""
        Une heure à {price} euros
        À partir de {price} euros
        {price} tout compris
        Mon tarif est de {price}
        Soixante minutes pour {price}
        {price} en espèces
        Dès {price} l'heure
        Le prix est de {price} sans supplément
    """),
    contacts=lines("""
        Appelez le {number}
        Téléphone {number}
        Écrivez-moi au {number}
        Joignable au {number}
        Réservations au {number}
        Mon numéro {number}
        Pour un rendez-vous {number}
        Sonnez au {number} à toute heure
        Message au {number} d'abord
        Contact {number}
        WhatsApp {number}
        {number}
    """),
    titles=lines("""
        Massage relaxant à {city}
        {name} à {city}
        Une pause avec {name}
        Studio bien-être {city}
        Une heure calme à {city}
        {name} est là
        Nouveau à {city} {name}
        Massage par {name}
        Studio privé {city}
        Ralentir à {city}
        Mains chaudes {name}
        Calme et discret à {city}
    """),
    house=lines("""
        Cette annonce a été publiée sur {site}
        {site} contrôle chaque annonce à la main avant parution
        L'annonceur a confirmé que toutes les données sont exactes
        Dites que vous venez de {site}
        {site} n'est partie à aucun rendez-vous
        Merci de signaler les annonces contraires au règlement
        Les images sur {site} appartiennent à leurs auteurs
        Lisez les conditions générales de {site} avant de réserver
        {site} s'adresse aux adultes
        Ne payez jamais à l'avance
        Déposez votre annonce gratuitement sur {site}
        D'autres annonces de cette ville se trouvent sur {site}
        Dernière vérification par l'équipe de {site}
        Il est interdit de copier les textes de {site}
        Votre visite sur {site} reste confidentielle
        {site} travaille depuis des années avec des annonceurs sûrs
        Utilisez le formulaire ci-dessous pour écrire à l'annonceur
        En utilisant {site} vous acceptez les cookies
        Les annonces de {site} sont renouvelées chaque nuit
        Donnez ensuite votre avis sur {site}
    """),
    hotlines=lines("""
        Une question sur une annonce appelez l'assistance de {site} au {hotline}
        Signalez un abus à {site} jour et nuit au {hotline}
        Service clients {site} {hotline}
        Un souci avec cette annonce téléphonez au {hotline}
    """),
    digits=("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
    names=named("""
        Agathe Brune Camille Délia Élise Flore Gaëlle Hélène Inès Jeanne
        Katia Léa Manon Ninon Odile Perle Rose Sabine Thaïs Violette
    """),
    cities=places("""
        Paris//FR; Lille//FR; Lyon//FR; Nantes//FR; Metz//FR; Bruxelles/Brussel/BE; Liège//BE; Namur//BE; Gand/Gent/BE
        Anvers/Antwerpen/BE; Genève//CH; Luxembourg//LU
    """),
)
"""French."""
