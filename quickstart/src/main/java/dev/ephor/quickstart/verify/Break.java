package dev.ephor.quickstart.verify;

/**
 * An entry that was not sealed behind the one that it stands behind.
 *
 * @param follows the hash of the entry that it was sealed behind
 * @param back how many entries stand between it and that one; 0: that one is not near
 */
record Break(long sequence, String follows, int back) {}
