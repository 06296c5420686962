package dev.ephor.approval.domain;

import dev.ephor.events.ApprovalEvent.Message;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a command finds: who could be asked in each stage at that moment, what is said about
 * waiting, what those who are asked read, and whose access is suspended.
 *
 * @param stages one for each stage of the request's policy, in order
 * @param message null: nobody is asked
 * @param suspended those of the stages who are suspended
 */
public record Setting(
        List<StagePeople> stages,
        Waiting waiting,
        @Nullable Message message,
        Set<String> suspended) {
    public Setting {
        stages = List.copyOf(stages);
        suspended = Collections.unmodifiableSet(Persons.of(suspended));
    }

    /**
     * @param number from 1
     */
    public StagePeople stage(int number) {
        return stages.get(number - 1);
    }
}
