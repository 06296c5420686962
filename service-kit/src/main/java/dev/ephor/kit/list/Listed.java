package dev.ephor.kit.list;

/** An entry of a list, and its place in the order that was asked for. */
public record Listed<T>(T entry, Cursor place) {}
