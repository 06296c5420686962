package dev.ephor.quickstart.postgres;

/** A role that may log in, and that owns the database of its own name. */
public record DatabaseRole(String name, String password) {
    public DatabaseRole {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no role name: use small letters, digits and underscores");
        }
    }

    @Override
    public String toString() {
        return "DatabaseRole[" + name + "]";
    }
}
