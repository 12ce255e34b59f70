#!/usr/bin/env python3
"""Writes a large data folder: made-up missions that `mission init` accepts, the same bytes for the same seed.

Full scale is 2,000 missions with 5,000,000 participants, 200,000 agreements of two parties each, 400,000 events and
100,000 claims. The participants, agreement parties and events stand in no order at all, which is the hard case:
a database keeps them by key. Regions, categories, cities and sources stay the same at every scale.
"""

import argparse
import random
import re
import unicodedata
from array import array
from datetime import date, timedelta
from pathlib import Path

MISSIONS, PARTICIPANTS, AGREEMENTS, EVENTS = 2_000, 5_000_000, 200_000, 400_000
PARTIES_PER_AGREEMENT, CLAIMS_PER_MISSION, SOURCES, CITIES = 2, 50, 200, 40

REGIONS = ["flanders", "wallonia", "brussels"]
CATEGORIES = ["company", "organisation", "university", "federation"]
STATES = ["CA", "TX", "NY", "WA", "OR", "MA", "IL", "GA"]
PLACES = ["Springfield", "Riverside", "Fairview", "Franklin", "Greenville", "Bristol", "Clinton", "Georgetown"]

# Accents, commas and quotes, so that encoding and quoting are part of the work.
HEADS = ["Ateliers Müller", "Brasserie de l’Étoile", "Peeters, Zonen & Co", 'Labo "Zénith"',
         "Société Générale d’Études", "Janssens Logistics", "Van den Bossche Foods", "Delta Robotics",
         "Noordzee Wind", "Ardennes Biotech", "Flanders Photonics", "Meuse Steel", "Scheldt Dredging",
         "Café Léopold", "Côté Jardin", "Ångström Materials", "Hainaut Composites", "Kempen Nuclear",
         "Groupe Lefèvre", "Senne Software", "Dupont, père et fils", "Zwin Aquaculture", "Condroz Pharma",
         "Hageland Wines", "Limburg Space", "Pajottenland Brewers", 'Studio "De Bijl"', "Sambre Rail",
         "Waas Textiles", "Vesdre Water", "Dender Diamonds", "Yser Chocolates"]
FORMS = ["NV", "SA", "BV", "SRL", "vzw", "asbl", "", "Group"]
KINDS_OF_AGREEMENT = ["contract", "memorandum", "partnership", "investment", "agreement"]
KINDS_OF_EVENT = ["visit", "speech", "reception", "meeting", "seminar", "meal", "panel", "award", "networking",
                  "signing"]
TOPICS = ["hydrogen", "semiconductors", "life sciences", "circular économie", "ports, rail and air",
          'the "blue" economy', "quantum computing", "film and games", "offshore wind", "food", "space",
          "cybersecurity"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dir", type=Path, help="the folder to write; files that are there are replaced")
    parser.add_argument("--scale", type=float, default=1, help="0.1 = a tenth of the missions and of all they have")
    parser.add_argument("--participants", type=int, help="the number of participants, whatever the scale")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    args.dir.mkdir(parents=True, exist_ok=True)
    write_all(World(args), args.dir)


class World:
    """What the rows of different files must agree on."""

    def __init__(self, args):
        self.seed = args.seed
        self.missions = max(1, round(MISSIONS * args.scale))
        self.participants = round(PARTICIPANTS * args.scale) if args.participants is None else args.participants
        self.agreements = round(AGREEMENTS * args.scale)
        self.events = round(EVENTS * args.scale)
        self.mission_ids = [f"mission-{number:05}" for number in range(self.missions)]
        self.source_ids = [f"source-{number:03}" for number in range(SOURCES)]
        self.city_ids = [f"city-{number:02}" for number in range(CITIES)]
        self.head_slugs = [slug(head) for head in HEADS]
        rng = self.random("days")
        self.days = []
        for _ in range(self.missions):
            first = date(1995, 1, 1) + timedelta(rng.randrange(11_000))
            self.days.append([(first + timedelta(n)).isoformat() for n in range(rng.randint(4, 10))])

    def random(self, purpose):
        """Random numbers of its own for each file, so that the size of one does not change the content of another."""
        return random.Random(f"{self.seed} {purpose}")

    def shuffled(self, number, rng):
        order = array("I", range(number))
        rng.shuffle(order)
        return order

    def participant(self, index):
        """Its bits, slug and name follow from its number alone: an agreement can name a participant not yet written."""
        bits = (index + 1) * (0x9E3779B1 + 2 * self.seed) >> 7
        head = bits % len(HEADS)
        number = index // self.missions
        return bits, f"{self.head_slugs[head]}-{number}", f"{HEADS[head]} {number} {FORMS[bits >> 5 & 7]}".rstrip()


def write_all(world, folder):
    for name, header, rows in [
        ("sources", "source_id,title,publisher,url,published_on,language", sources(world)),
        ("missions", "mission_id,name,kind,lead,first_day,last_day,source_id", missions(world)),
        ("regions", "region_id,label_en,label_nl,label_fr", labels(REGIONS)),
        ("categories", "category_id,label_en,label_nl,label_fr", labels(CATEGORIES)),
        ("cities", "city_id,name,state,country,latitude,longitude", cities(world)),
        ("participants", "mission_id,participant_id,name,category_id,region_id,source_id,locator", participants(world)),
        ("agreements", "mission_id,agreement_id,title,kind,status,city_id,first_day,last_day,date_basis,"
                       "amount,currency,source_id,locator", agreements(world)),
        ("agreement_parties", "mission_id,agreement_id,party,country,participant_id", agreement_parties(world)),
        ("events", "mission_id,event_id,title,kind,city_id,venue,host,first_day,last_day,date_basis,source_id,locator",
         events(world)),
        ("claims", "mission_id,claim_id,subject,category_id,region_id,city_id,day,count,stage,source_id,locator",
         claims(world)),
    ]:
        with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="", buffering=1 << 20) as file:
            file.write(header + "\n")
            file.writelines(rows)


def cell(text):
    """Only the cells that need quotes get them, as in what Excel saves. The csv module takes twice the time."""
    return '"' + text.replace('"', '""') + '"' if "," in text or '"' in text else text


def slug(text):
    letters = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return "-".join(re.findall("[a-z0-9]+", letters))


def sources(world):
    rng = world.random("sources")
    for number, source in enumerate(world.source_ids):
        day = date(1995, 1, 1) + timedelta(rng.randrange(11_000))
        title = f"Report {number} on {rng.choice(TOPICS)}"
        language = rng.choice(["en", "nl", "fr"])
        yield f"{source},{cell(title)},Publisher {number % 30},https://example.org/{source},{day},{language}\n"


def missions(world):
    rng = world.random("missions")
    for mission, days in zip(world.mission_ids, world.days):
        name = f"Economic mission {mission[8:]}: {rng.choice(TOPICS)}"
        source = rng.choice(world.source_ids)
        yield f"{mission},{cell(name)},economic-mission,Princess Astrid,{days[0]},{days[-1]},{source}\n"


def labels(keys):
    for key in keys:
        yield f"{key},{key.capitalize()},{key.capitalize()} (nl),{key.capitalize()} (fr)\n"


def cities(world):
    rng = world.random("cities")
    for number, city in enumerate(world.city_ids):
        name = f"{PLACES[number % len(PLACES)]} {number}"
        yield f"{city},{name},{rng.choice(STATES)},US,{rng.uniform(25, 49):.2f},{rng.uniform(-124, -67):.2f}\n"


def participants(world):
    # The hot loop: five million rows.
    for index in world.shuffled(world.participants, world.random("participants")):
        bits, slug, name = world.participant(index)
        category = CATEGORIES[0 if bits & 0x300 else bits >> 10 & 3]
        region = "" if bits >> 12 & 15 == 0 else REGIONS[(bits >> 16) % 3]
        locator = f"p. {bits >> 19 & 63}" if bits & 0x1000000 else ""
        yield (f"{world.mission_ids[index % world.missions]},{slug},{cell(name)},{category},{region},"
               f"{world.source_ids[index % SOURCES]},{locator}\n")


def agreements(world):
    rng = world.random("agreements")
    for index in range(world.agreements):
        mission = index * world.missions // world.agreements
        kind, topic = rng.choice(KINDS_OF_AGREEMENT), rng.choice(TOPICS)
        title = f"{kind.capitalize()} {index} on {topic}"
        status = rng.choices(["signed", "announced", "planned"], [7, 2, 1])[0]
        city = rng.choice(world.city_ids) if rng.random() < 0.8 else ""
        money = ","
        if rng.random() < 0.25:
            money = f"{notation(rng, rng.randint(1, 500) * 100_000)},{rng.choice(['EUR', 'USD'])}"
        yield (f"{world.mission_ids[mission]},{agreement_id(index)},{cell(title)},{kind},{status},{city},"
               f"{period(rng, world.days[mission])},{money},{rng.choice(world.source_ids)},par. {rng.randint(1, 40)}\n")


def agreement_parties(world):
    """The first party of an agreement is a participant of its mission, the others are of the country visited."""
    rng = world.random("agreement parties")
    for order in world.shuffled(world.agreements * PARTIES_PER_AGREEMENT, rng):
        index, party = divmod(order, PARTIES_PER_AGREEMENT)
        mission = index * world.missions // world.agreements
        of_mission = (world.participants - mission + world.missions - 1) // world.missions
        if party == 0 and of_mission > 0:
            _, slug, name = world.participant(mission + rng.randrange(of_mission) * world.missions)
            tail = f"{cell(name)},BE,{slug}"
        else:
            tail = f"{cell(rng.choice(HEADS) + f' America {party}')},US,"
        yield f"{world.mission_ids[mission]},{agreement_id(index)},{tail}\n"


def events(world):
    rng = world.random("events")
    for index in world.shuffled(world.events, rng):
        mission = index * world.missions // world.events
        kind, topic = rng.choice(KINDS_OF_EVENT), rng.choice(TOPICS)
        city = rng.choice(world.city_ids) if rng.random() < 0.8 else ""
        venue = f"Hall {rng.randint(1, 20)}" if city else ""
        host = cell(rng.choice(HEADS)) if rng.random() < 0.5 else ""
        title = f"{kind.capitalize()} on {topic}"
        yield (f"{world.mission_ids[mission]},{kind}-{index:06},{cell(title)},{kind},{city},{venue},{host},"
               f"{period(rng, world.days[mission])},{rng.choice(world.source_ids)},\n")


def claims(world):
    """Counts near the number of rows in their scope, some above, some below; those of meetings have no rows at all."""
    rng = world.random("claims")
    whole = {"participants": world.participants / world.missions, "people": 3 * world.participants / world.missions,
             "agreements": world.agreements / world.missions, "events": world.events / world.missions, "meetings": 300}
    for mission, days in zip(world.mission_ids, world.days):
        for number in range(CLAIMS_PER_MISSION):
            subject = rng.choice(list(whole))
            of_organisations = subject in ("participants", "people")
            category = rng.choice(["", "", *CATEGORIES]) if of_organisations else ""
            region = rng.choice(["", "", *REGIONS]) if of_organisations or rng.random() < 0.2 else ""
            city = rng.choice(world.city_ids[:8]) if not of_organisations and rng.random() < 0.5 else ""
            day = rng.choice(days) if subject == "events" and rng.random() < 0.3 else ""
            share = (0.25 if category else 1) * (0.33 if region else 1) * (0.05 if city else 1) * (0.3 if day else 1)
            count = notation(rng, max(2, round(whole[subject] * share * rng.uniform(0.7, 1.4))))
            stage = rng.choice(["reported", "reported", "expected", ""])
            yield (f"{mission},{subject}-{number:02},{subject},{category},{region},{city},{day},{count},{stage},"
                   f"{rng.choice(world.source_ids)},\n")


def agreement_id(index):
    return f"agreement-{index:06}"


def notation(rng, number):
    """A count as it is published: mostly exact."""
    form = rng.choice(["{}", "{}", "{}", "{}", ">{}", ">={}", "{}+", "<{}", "<={}", "~{}", "{}-{}"])
    return form.format(number, number + rng.randint(1, max(2, number // 10)))


def period(rng, days):
    """first_day, last_day and date_basis within the days of a mission; one in ten is not known."""
    if rng.random() < 0.1:
        return ",,"
    first = rng.randrange(len(days))
    last = min(len(days) - 1, first + rng.choice([0, 0, 0, 1, 3]))
    return f"{days[first]},{days[last]},{'window' if last > first and rng.random() < 0.5 else 'stated'}"


if __name__ == "__main__":
    main()
