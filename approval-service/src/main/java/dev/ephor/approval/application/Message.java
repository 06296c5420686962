package dev.ephor.approval.application;

/**
 * What people read about an approval: its template, filled in.
 *
 * @param title one line
 */
public record Message(String title, String text) {}
