package dev.ephor.request.domain;

/**
 * A text for somebody's regular expression. One that goes back and forth over the text without an
 * end, as {@code (x+x+)+y} does, fails instead of holding a thread and a row for as long.
 */
final class ReadSoOften implements CharSequence {
    private static final int MOST = 1_000_000;

    private final String text;
    private int read;

    ReadSoOften(String text) {
        this.text = text;
    }

    @Override
    public char charAt(int index) {
        if (++read > MOST) {
            throw new IllegalStateException("the pattern does not come to an end");
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
