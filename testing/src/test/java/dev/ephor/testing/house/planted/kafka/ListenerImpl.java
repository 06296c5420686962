package dev.ephor.testing.house.planted.kafka;

/** Planted: a name that says nothing, in a package that is not null-marked. */
public class ListenerImpl {}
