package dev.ephor.connector.memory;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Membership.Group;
import dev.ephor.connector.Roster;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists a {@link MemoryWorld}, in pages small enough that a test meets a second one. */
record MemoryRoster(MemoryWorld world, String token) implements Roster {

    private static final int PAGE = 50;

    @Override
    public Page members(Group group, String access, @Nullable String cursor) {
        Optional<Answer> failure = world.failed(Call.LIST, token);
        if (failure.isPresent()) {
            return new Page.Unread(failure.get());
        }
        if (!world.knows(group.id())) {
            return new Page.Unread(new Answer.Rejected("there is no group " + group.id()));
        }
        List<String> page =
                world.holders(group.tenant(), group.id(), access).stream()
                        .sorted()
                        .filter(id -> cursor == null || id.compareTo(cursor) > 0)
                        .limit(PAGE + 1L)
                        .toList();
        return page.size() > PAGE
                ? new Page.Read(page.subList(0, PAGE), page.get(PAGE - 1))
                : new Page.Read(page, null);
    }

    @Override
    public Changes changes(List<Group> groups, @Nullable String mark) {
        Optional<Answer> failure = world.failed(Call.LIST, token);
        if (failure.isPresent()) {
            return new Changes.Unread(failure.get());
        }
        List<Changed> all = world.changes();
        String now = String.valueOf(all.size());
        if (mark == null) {
            return new Changes.Since(List.of(), now, false);
        }
        // A mark of before a reset lies beyond the end.
        if (!mark.matches("\\d{1,9}") || Integer.parseInt(mark) > all.size()) {
            return new Changes.MarkLost();
        }
        Set<String> asked = groups.stream().map(Group::id).collect(Collectors.toSet());
        Stream<Changed> since = all.stream().skip(Integer.parseInt(mark));
        return new Changes.Since(since.filter(c -> asked.contains(c.group())).toList(), now, false);
    }
}
