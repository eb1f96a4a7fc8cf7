package org.stepbridge.operations.generate;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Invented people, teams and programmes; accents, apostrophes and hyphens are there on purpose. */
final class SyntheticNames {
    static final List<String> SURNAMES = words("Abbott Adeleke Akhtar Álvarez Barlow Bąk Bennett Bianchi Booth Çelik "
            + "Chowdhury Coates D'Souza Dąbrowski Dhillon Ellis Eriksson Farrow Fernandes Fofanah Gallagher Gill "
            + "Grünwald Haddad Hartley-Moss Hinchliffe Iqbal Jagger Jiménez Kamara Kaya Lambert Lê Mahmood Marković "
            + "McAllister Mistry Mróz Ndlovu Ó'Dónaill O'Shea Oduya Parveen Pereira Quigley Rashid Reid-Hassan "
            + "Sandhu Šimić Sutcliffe Tağ Turner Umar Vasile Whitaker Yeadon Zając Zhou");
    static final List<String> FORENAMES = words("Adam Aaliyah Ádám Agata Alfie Amara Anwen Aoife Ayşe Bartek Béla "
            + "Bethany Caoimhe Charlie Daisy Dylan Élodie Emre Esmé Evie Farhan Finley Florence Gethin Hana Hugo "
            + "Inès Jakub Jasmine Jayden Kacper Keira Khadija Layla Logan Maëlle Mason Mateo Nadia Nathan Nikhil "
            + "Oona Poppy Rhys Rosie Rúben Saira Seren Tariq Tegan Thảo Toby Zainab Zofia");
    static final List<String> MANAGERS = List.of(
            "Angela Thorpe",
            "Babatunde Ojo",
            "Carys Penhale",
            "Deepa Raman",
            "Éabha Molloy",
            "Fiona Castle-Byrne",
            "Gareth Tunnicliffe",
            "Humaira Siddiqui",
            "Isobel Crane",
            "Julian Dyson",
            "Kasia Zielińska",
            "Lorraine O'Mara",
            "Marcus Eversley",
            "Noreen Bashir",
            "Olwen Jarrett",
            "Philip Nettleton",
            "Queenie Ashworth",
            "Rajesh Solanki",
            "Stella Månsson",
            "Trevor Hague",
            "Una Fairbairn",
            "Vivienne Lacey",
            "Winston Palmer",
            "Zubeda Karim");
    static final List<String> STAFF = List.of(
            "Abi Stone",
            "Ben Larkin",
            "Cerys Vaughan",
            "Dan Okoro",
            "Esther Blythe",
            "Fay Underhill",
            "Gus Peverell",
            "Holly Sharrow",
            "Idris Mayhew",
            "Jess Topham",
            "Keeley Brand",
            "Liam O'Hanlon",
            "Mina Kapoor",
            "Ned Swallow",
            "Orla Finch",
            "Pia Lindgård",
            "Rachel Stubbs",
            "Simone Achebe",
            "Tess Hollis",
            "Vik Bhatt");
    static final List<String> TEAMS = List.of(
            "Duty and Assessment",
            "Child in Need East",
            "Child in Need West",
            "Child Protection and Court",
            "Children with Disabilities",
            "Locality Team 1",
            "Locality Team 2");
    static final List<String> LOCALITIES = List.of("North", "Central", "South");
    static final List<String> PROGRAMMES = List.of(
            "Triple P 0-12", "Triple P Teen", "Family Links", "Parents as Partners", "Caring Dads", "Sleep Tight");

    static final String EARLY_HELP_MANAGER = "Early Help Locality Manager";
    static final List<String> OTHER_ROLES = List.of(
            "Senior Practitioner",
            "Family Support Worker",
            "Early Help Practitioner",
            "Business Support",
            "Parenting Practitioner");
    static final String GENERAL_NOTE = "General Note";
    static final List<String> OTHER_NOTE_TYPES =
            List.of("Case Note", "Supervision", "Phone Call", "Home Visit", "Email", "Team Around the Family");

    private SyntheticNames() {}

    /** A work address in the sample domain. */
    static String address(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                        .toLowerCase(Locale.ROOT)
                        .replace(' ', '.')
                        .replaceAll("[^a-z.-]", "")
                + "@borough.example";
    }

    private static List<String> words(String spaced) {
        return List.of(spaced.split(" ", -1));
    }
}
