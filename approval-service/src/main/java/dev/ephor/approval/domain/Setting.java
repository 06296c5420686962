package dev.ephor.approval.domain;

import dev.ephor.events.ApprovalEvent.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command finds: who could be asked in each stage at that moment, what is said about
 * waiting, and what those who are asked read.
 *
 * @param stages one for each stage of the request's policy, in order
 * @param message null: nobody is asked
 */
public record Setting(List<StagePeople> stages, Waiting waiting, @Nullable Message message) {
    public Setting {
        stages = List.copyOf(stages);
    }

    /**
     * @param number from 1
     */
    public StagePeople stage(int number) {
        return stages.get(number - 1);
    }
}
