package dev.ephor.approval.application;

import dev.ephor.approval.domain.SignedIn;
import dev.ephor.kit.list.Columns;
import dev.ephor.kit.list.Listed;
import dev.ephor.kit.list.Listing;
import dev.ephor.kit.list.Order;
import dev.ephor.kit.list.Property;
import java.util.List;

/** Finds the approvals that concern somebody, a page at a time, by what is indexed for it. */
public interface Lists {

    /** Which approvals. */
    enum Kind {
        /** Whose vote is waited for; the oldest first unless asked otherwise. */
        WAITING_FOR("asked_at", false),
        /** Who decided; the newest first, as are the others. */
        DECIDED_BY("decided_at", true),
        /** Whose access it is. */
        TARGET("asked_at", true),
        /** Who asked for it. */
        CREATED_BY("asked_at", true);

        private final Columns columns;

        Kind(String time, boolean newestFirst) {
            Property since = Property.instant("createdDateTime", time).sorting();
            columns =
                    new Columns(
                            "activation_id",
                            List.of(since, Property.id("id", "activation_id")),
                            new Order(since, newestFirst, "activation_id"));
        }

        /** What it can be filtered and ordered by. */
        public Columns columns() {
            return columns;
        }
    }

    /** The activation ids of a page, in order. */
    List<Listed<String>> find(Kind kind, SignedIn person, Listing listing);

    /** How many there are on all pages; of what waits, also what would no longer be shown. */
    long count(Kind kind, SignedIn person, Listing listing);
}
