/**
 * The small HTTP layer that every emulator stands on: a loopback server, routes, faults on command
 * and the journal of effects. It imports nothing of the emulators and no framework.
 */
@NullMarked
package dev.ephor.quickstart.http;

import org.jspecify.annotations.NullMarked;
