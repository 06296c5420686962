package dev.ephor.connector.ldap;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.SearchRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Active Directory does otherwise, as MS-ADTS describes it: it gives members by ranges, and
 * ends links that were written with a time to live.
 */
final class Manners extends InMemoryOperationInterceptor {

    static final String LINK_TTL = "1.2.840.113556.1.4.2309";

    private static final Pattern TIMED = Pattern.compile("<TTL=(\\d+),(.*)>");
    private static final Pattern RANGE = Pattern.compile("member;range=(\\d+)-(\\d+)");
    private static final String ASKED = "range";

    private record Link(String group, String member) {
        static Link of(String group, String member) {
            return new Link(Dns.normal(group), Dns.normal(member));
        }
    }

    private record Asked(int from, int to) {}

    private final Map<Link, Duration> ends = new ConcurrentHashMap<>();
    private volatile Duration now = Duration.ZERO;

    static List<Attribute> rootDse() {
        return List.of(new Attribute("supportedControl", LINK_TTL));
    }

    void passTime(Duration time, LDAPInterface server) {
        now = now.plus(time);
        ends.forEach(
                (link, end) -> {
                    if (end.compareTo(now) <= 0 && ends.remove(link, end)) {
                        remove(server, link);
                    }
                });
    }

    private static void remove(LDAPInterface server, Link link) {
        try {
            server.modify(
                    link.group, new Modification(ModificationType.DELETE, "member", link.member));
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void processModifyRequest(InMemoryInterceptedModifyRequest request) {
        var original = request.getRequest();
        List<Modification> plain = new ArrayList<>();
        for (Modification change : original.getModifications()) {
            String[] values =
                    Arrays.stream(change.getValues())
                            .map(value -> written(original.getDN(), change, value))
                            .toArray(String[]::new);
            plain.add(
                    new Modification(
                            change.getModificationType(), change.getAttributeName(), values));
        }
        request.setRequest(new ModifyRequest(original.getDN(), plain, original.getControls()));
    }

    private String written(String group, Modification change, String value) {
        Matcher timed = TIMED.matcher(value);
        if (timed.matches()) {
            ends.put(
                    Link.of(group, timed.group(2)),
                    now.plusSeconds(Long.parseLong(timed.group(1))));
            return timed.group(2);
        }
        ends.remove(Link.of(group, value));
        return value;
    }

    @Override
    public void processSearchRequest(InMemoryInterceptedSearchRequest request) {
        var original = request.getRequest();
        for (String attribute : original.getAttributeList()) {
            Matcher range = RANGE.matcher(attribute);
            if (range.matches()) {
                request.setProperty(
                        ASKED,
                        new Asked(
                                Integer.parseInt(range.group(1)),
                                Integer.parseInt(range.group(2))));
                SearchRequest whole = original.duplicate();
                whole.setAttributes("member");
                request.setRequest(whole);
            }
        }
    }

    @Override
    public void processSearchEntry(InMemoryInterceptedSearchEntry result) {
        Entry entry = result.getSearchEntry();
        if (entry == null
                || !(result.getProperty(ASKED) instanceof Asked asked)
                || !entry.hasAttribute("member")) {
            return;
        }
        List<String> all = List.of(entry.getAttributeValues("member"));
        int to = Math.min(asked.to + 1, all.size());
        boolean showsTime =
                Stream.of(result.getRequest().getControls())
                        .anyMatch(c -> c.getOID().equals(LINK_TTL));
        var shown =
                all.subList(Math.min(asked.from, to), to).stream()
                        .map(member -> showsTime ? shown(entry.getDN(), member) : member)
                        .toList();
        var some = new Entry(entry.getDN());
        String last = to == all.size() ? "*" : String.valueOf(to - 1);
        some.addAttribute(new Attribute("member;range=" + asked.from + "-" + last, shown));
        result.setSearchEntry(some);
    }

    private String shown(String group, String member) {
        Duration end = ends.get(Link.of(group, member));
        return end == null ? member : "<TTL=%d,%s>".formatted(end.minus(now).toSeconds(), member);
    }
}
