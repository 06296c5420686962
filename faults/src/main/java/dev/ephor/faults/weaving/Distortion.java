package dev.ephor.faults.weaving;

import java.util.List;

/** Answers for planted bugs; called from altered classes, by name. */
public final class Distortion {
    private Distortion() {}

    public static boolean yes(boolean given) {
        return true;
    }

    public static boolean no(boolean given) {
        return false;
    }

    public static List<?> nothing(List<?> given) {
        return List.of();
    }

    /** Without the word that a window was opened. */
    public static List<?> withoutOpened(List<?> given) {
        return given.stream().filter(e -> !e.toString().contains("WindowOpened[")).toList();
    }
}
