package dev.ephor.kit.list;

/**
 * The order of a list: by a property, and among equals by id, in the same direction.
 *
 * @param property one that {@linkplain Property#sorts sorts}
 */
public record Order(Property property, boolean descending, String idColumn) {

    /** {@code order by ...} */
    public String sql() {
        String direction = descending ? " desc" : " asc";
        return isById()
                ? "order by %s%s".formatted(idColumn, direction)
                : "order by %s%s, %s%s"
                        .formatted(property.column(), direction, idColumn, direction);
    }

    /** Whatever comes after an entry. */
    Condition after(Cursor cursor) {
        if (isById()) {
            return Condition.of("%s %s ?".formatted(idColumn, descending ? "<" : ">"), cursor.id());
        }
        return Condition.of(
                "(%s, %s) %s (?, ?)".formatted(property.column(), idColumn, descending ? "<" : ">"),
                property.value(cursor.value()),
                cursor.id());
    }

    private boolean isById() {
        return property.column().equals(idColumn);
    }

    /** As a cursor names it. */
    @Override
    public String toString() {
        return property.name() + (descending ? " desc" : " asc");
    }
}
