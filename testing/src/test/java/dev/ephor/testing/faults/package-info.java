@org.jspecify.annotations.NullMarked
package dev.ephor.testing.faults;
