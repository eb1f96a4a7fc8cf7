package org.stepbridge.operations.generate;

import java.util.List;

/**
 * The words of the exports. Ordinary sentences never speak of agreement, of a team manager, of co-working or of a
 * step-down: only the sentences of {@link SyntheticSaying} do, so that what a note says is never in doubt.
 */
final class SyntheticSentences {
    static final List<String> WORK = List.of(
            "One visit a week for six weeks to help with mornings, meals and getting to school on time.",
            "See the three children separately at school and record what each \"would change first\".",
            "Help mum to claim the two-year-old's childcare place and go with her to the first settling-in session.",
            "Work with dad on what to do instead of shouting; he has asked for something written to keep.",
            "Chase the landlord about the boiler, the damp in the back bedroom and the missing smoke alarm.",
            "Register the family with a dentist and the GP near the new address (they moved on the 2nd).",
            "Build a bedtime plan with both parents, including phones charging downstairs overnight.",
            "Meet the school's attendance lead and set one named contact; attendance was 76% last half term.",
            "Grandad cares for the youngest on weekdays: find him a carers' group and a break.",
            "Support Mrs Á. with the benefits form, the pre-payment meter and a £380 rent arrear.",
            "Introduce the family to the hub's stay-and-play, and go with them the first two times.",
            "Sibling conflict: use the house-rules chart from the parenting pack and review it every Friday.",
            "Ask the school nurse about sleep, growth and the missed hearing test; share the answer with parents.",
            "Safety at home: stair gate, locked medicine box, and a plan for the dog when the baby crawls.");

    static final List<String> OUTCOMES = List.of(
            "Attendance above 92% for a whole half term.",
            "Each child can name two adults they would go to if worried.",
            "Parents keep the bedtime plan on five nights of seven.",
            "The home is warm, safe and \"good enough\" at two visits without notice.",
            "Fewer than one call-out a month for arguments at the address.",
            "Mum attends eight of ten sessions and says what she uses from them.",
            "Both parents come to reviews; the plan is theirs.");

    static final List<String> CONCERNS = List.of(
            "The class teacher saw finger-shaped marks on the upper arm; the two explanations do not fit each other.",
            "Police were called at 02:15 to an argument; both children were awake and standing on the stairs.",
            "She told the learning mentor \"I don't want to go home while he is there\" and would not say more.",
            "Nobody has been able to see the baby for 17 days, over five appointments and three calls.",
            "Drinking has begun again: four empty bottles at the visit, and the eldest is putting the others to bed.",
            "There was no food, no gas and no bedding on two of the beds when the worker called on Thursday.",
            "A man who is not known to us has moved in and collects the children from school.",
            "He was out until 03:30 three times this week, has a second phone, new trainers and will not say whose car.",
            "Maman est épuisée; the interpreter says she spoke of \"not being able to go on\".",
            "The plan has been reviewed twice, nothing has changed, and everyone around the table is more worried.",
            "Head lice, untreated eczema and the same clothes all week; the school has recorded it since September.",
            "Dad left the four-year-old alone in the flat for about an hour, by his own account.");

    static final List<String> REASONS_NOT_INFORMED = List.of(
            "The manager's view is that telling the parents now would put the child at greater risk.",
            "Parents could not be reached on three numbers, and waiting would leave the child unsafe.");

    static final List<String> ORDINARY = List.of(
            "Rang mum twice, no answer; sent a text with the number of the office.",
            "Visited at home. Everyone was in, the rooms were warm, and the youngest showed me a drawing.",
            "The school's figures for this half term: 89%, with two late marks.",
            "Health visitor wrote: review done, weight follows the 40th centile, no concerns.",
            "Team around the family set for the 9th at 14:00 in the hub; invitations posted.",
            "Dad says nights are \"a lot calmer\" since the phones stay downstairs.",
            "Left the reward chart and twelve stickers; will look at it again on Friday.",
            "Food parcel collected from the church hall. Voucher number is on the contact sheet.",
            "Supervision: chase housing, bring the chronology up to date, next look at the end of the month.",
            "The SENCO confirms a place in the lunch club, starting after the holiday.",
            "Gran collected the children as planned; hand-over took five minutes.",
            "Café group went well: four families, lots of laughter, one child's coat left behind.",
            "Emailed the landlord again about the damp and copied in environmental health.",
            "Session three of the parenting course attended, with homework done.");

    private SyntheticSentences() {}

    /**
     * Whole sentences from the bank, some on a new line, until the text has a length somewhere between the two; never
     * longer than the longest, unless the first sentence alone is.
     */
    static String prose(SyntheticChance chance, List<String> bank, int shortest, int longest) {
        int wanted = chance.between(shortest, longest);
        StringBuilder text = new StringBuilder(chance.pick(bank));
        while (text.length() < wanted) {
            String next = chance.pick(bank);
            if (text.length() + 1 + next.length() > longest) {
                break;
            }
            text.append(chance.in(0.12) ? '\n' : ' ').append(next);
        }
        return text.toString();
    }
}
