package dev.ephor.connector.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Membership.Group;
import dev.ephor.connector.Roster;
import dev.ephor.connector.Roster.Changed;
import dev.ephor.connector.Roster.Changes;
import dev.ephor.connector.Roster.Page;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assumptions;
import org.jspecify.annotations.Nullable;

/** Reads a roster to its end. */
record Listing(Roster roster, String access) {

    /** More pages than that are no end. */
    private static final int ENDLESS = 1_000;

    Page page(Group group, @Nullable String cursor) {
        return roster.members(group, access, cursor);
    }

    Changes changes(List<Group> groups, @Nullable String mark) {
        return roster.changes(groups, mark);
    }

    /** Everybody on every page. */
    List<String> of(Group group) {
        var listed = new ArrayList<String>();
        String cursor = null;
        for (int pages = 0; pages < ENDLESS; pages++) {
            Page page = page(group, cursor);
            assertThat(page).isInstanceOf(Page.Read.class);
            var read = (Page.Read) page;
            listed.addAll(read.principals());
            cursor = read.next();
            if (cursor == null) {
                return listed;
            }
        }
        throw new AssertionError("the pages never end");
    }

    /** The mark of now, or skips the test where changes are not told. */
    String settledMark(Group group) {
        Changes changes = changes(List.of(group), null);
        Assumptions.assumeThat(changes).isNotInstanceOf(Changes.NotOffered.class);
        String mark = since(changes).mark();
        for (int pages = 0; pages < ENDLESS; pages++) {
            Changes.Since next = since(changes(List.of(group), mark));
            mark = next.mark();
            if (!next.more() && next.changed().isEmpty()) {
                return mark;
            }
        }
        throw new AssertionError("the changes never end");
    }

    /** Everything that changed since the mark, of this access. */
    List<Changed> since(Group group, String mark) {
        var changed = new ArrayList<Changed>();
        String reached = mark;
        for (int pages = 0; pages < ENDLESS; pages++) {
            Changes.Since next = since(changes(List.of(group), reached));
            changed.addAll(next.changed());
            reached = next.mark();
            if (!next.more()) {
                return changed.stream().filter(c -> c.access().equals(access)).toList();
            }
        }
        throw new AssertionError("the changes never end");
    }

    private static Changes.Since since(Changes changes) {
        assertThat(changes).isInstanceOf(Changes.Since.class);
        return (Changes.Since) changes;
    }
}
