package dev.ephor.connector.scim;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Membership;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What follows when an application says that something of a call is not there: ids that it gave us
 * may have gone with a deleted user or group, and a PATCH is all or nothing. So the ids are looked
 * up anew and the call is made again, and then, as long as one member spoils it for the others, one
 * by one.
 */
record Healing(Application application) {

    /**
     * Makes a call that may be repeated.
     *
     * @param narrowed what is left to do of the memberships when it is made again
     */
    Map<Membership, Answer> call(
            List<Membership> memberships,
            Function<List<Membership>, Map<Membership, Answer>> call,
            Function<List<Membership>, List<Membership>> narrowed) {
        try {
            return call.apply(memberships);
        } catch (Refusal refusal) {
            return refusal.isAboutWhatIsThere()
                    ? again(memberships, call, narrowed)
                    : Application.all(memberships, refusal.answer());
        }
    }

    private Map<Membership, Answer> again(
            List<Membership> memberships,
            Function<List<Membership>, Map<Membership, Answer>> call,
            Function<List<Membership>, List<Membership>> narrowed) {
        application.forget(memberships);
        Map<Membership, Answer> answers = Application.all(memberships, new Answer.Applied());
        try {
            List<Membership> left = narrowed.apply(memberships);
            if (!left.isEmpty()) {
                answers.putAll(call.apply(left));
            }
        } catch (Refusal refusal) {
            answers.putAll(
                    refusal.isAboutWhatIsThere() && memberships.size() > 1
                            ? oneByOne(memberships, call)
                            : Application.all(memberships, refusal.answer()));
        }
        return answers;
    }

    private static Map<Membership, Answer> oneByOne(
            List<Membership> memberships,
            Function<List<Membership>, Map<Membership, Answer>> call) {
        Map<Membership, Answer> answers = new LinkedHashMap<>();
        for (Membership membership : memberships) {
            try {
                answers.putAll(call.apply(List.of(membership)));
            } catch (Refusal refusal) {
                answers.put(membership, refusal.answer());
            }
        }
        return answers;
    }
}
