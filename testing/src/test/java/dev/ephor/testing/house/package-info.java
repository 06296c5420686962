/**
 * What the code of every module has to look like, and for each rule a planted violation that it
 * finds.
 */
package dev.ephor.testing.house;
