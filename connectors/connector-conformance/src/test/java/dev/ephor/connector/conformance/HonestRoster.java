package dev.ephor.connector.conformance;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Membership.Group;
import dev.ephor.connector.Roster;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A right roster of {@link FakeSide}, in pages of ten; the liars change one thing of it each. */
class HonestRoster implements Roster {

    private static final int PAGE = 10;

    private final Honest connector;
    private final FakeSide side;

    HonestRoster(Honest connector) {
        this.connector = connector;
        this.side = connector.side;
    }

    @Override
    public Page members(Group group, String access, @Nullable String cursor) {
        if (side.fault != null) {
            return new Page.Unread(connector.fault(side.fault));
        }
        if (!side.known.contains(group.id())) {
            return new Page.Unread(new Answer.Rejected("no group " + group.id()));
        }
        List<String> all = side.holders(group, access);
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(from + PAGE, all.size());
        return new Page.Read(all.subList(from, to), to < all.size() ? next(to) : null);
    }

    @Nullable String next(int from) {
        return String.valueOf(from);
    }

    @Override
    public Changes changes(List<Group> groups, @Nullable String mark) {
        if (side.fault != null) {
            return new Changes.Unread(connector.fault(side.fault));
        }
        List<Changed> all = side.changes;
        if (mark == null) {
            return new Changes.Since(List.of(), String.valueOf(all.size()), false);
        }
        return mark.matches("[0-9]+") ? since(groups, Integer.parseInt(mark)) : unknownMark();
    }

    private Changes since(List<Group> groups, int mark) {
        List<Changed> all = side.changes;
        int to = Math.min(mark + 2, all.size());
        return new Changes.Since(
                all.subList(mark, to).stream().filter(c -> isTold(c, groups)).toList(),
                String.valueOf(to),
                to < all.size());
    }

    boolean isTold(Changed changed, List<Group> groups) {
        return groups.stream().anyMatch(g -> g.id().equals(changed.group()));
    }

    Changes unknownMark() {
        return new Changes.MarkLost();
    }
}
