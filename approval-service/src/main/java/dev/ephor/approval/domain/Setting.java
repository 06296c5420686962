package dev.ephor.approval.domain;

import java.util.List;

/**
 * What a command finds: who could be asked in each stage at that moment, and what is said about
 * waiting.
 *
 * @param stages one for each stage of the request's policy, in order
 */
public record Setting(List<StagePeople> stages, Waiting waiting) {
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
