package dev.ephor.connector.ldap;

/** The same with groups that are {@code posixGroup}. */
class SlapdPosixConformanceTest extends SlapdConformanceTest {

    @Override
    Layout layout() {
        return Layout.POSIX;
    }
}
