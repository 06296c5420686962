package dev.ephor.faults.weaving;

/** What is done to a call. */
public sealed interface Alteration {
    Where where();

    /** The process ends there, as kill -9 ends it. */
    record Halt(Where where, boolean before) implements Alteration {}

    /** The call is not made; what it would have returned is nothing. */
    record Skip(Where where) implements Alteration {}

    /** The call is not made; what it would have returned is its first argument. */
    record FirstArgument(Where where) implements Alteration {}

    /**
     * Another method of the same object is called, with the first argument alone.
     *
     * @param other returns nothing
     */
    record Instead(Where where, String other) implements Alteration {}

    /**
     * A static method of {@link Distortion} has its say about the last argument, or about what the
     * call returned.
     *
     * @param argument whether it is about the argument
     */
    record Distort(Where where, String how, boolean argument) implements Alteration {}

    /**
     * Another call goes before it, without arguments, on the method's own first parameter.
     *
     * @param other returns nothing
     */
    record Precede(Where where, String owner, String other) implements Alteration {}
}
