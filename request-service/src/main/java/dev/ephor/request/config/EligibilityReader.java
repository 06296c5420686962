package dev.ephor.request.config;

import dev.ephor.events.Access;
import dev.ephor.events.MembershipKey;
import dev.ephor.request.application.Configuration.Eligible;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads who is eligible for a group: once for each principal and access. */
final class EligibilityReader {
    /**
     * What the eligibilities are for.
     *
     * @param accesses those that have a policy
     */
    record Of(String tenant, String group, Set<Access> accesses) {}

    private final Of of;
    private final GroupReader.Known known;
    private final Names keys = new Names("eligibility of");
    private final List<Eligible> eligibilities = new ArrayList<>();

    EligibilityReader(Of of, GroupReader.Known known) {
        this.of = of;
        this.known = known;
    }

    List<Eligible> eligibilities() {
        return eligibilities;
    }

    void read(YamlMap map) {
        String principal = map.required("principal", "", known.principals()::refer);
        Access access = map.required("access", Access.MEMBER, this::access);
        Instant start = map.required("start", Instant.EPOCH, YamlValue::instant);
        Instant end = map.optional("end").map(value -> after(start, value)).orElse(null);
        map.done();
        if (!of.tenant().isEmpty() && !of.group().isEmpty() && !principal.isEmpty()) {
            keys.define(principal + " as " + access.wire(), map);
            var key = new MembershipKey(of.tenant(), of.group(), principal, access);
            eligibilities.add(new Eligible(key, start, end));
        }
    }

    private Access access(YamlValue value) {
        String text = value.text();
        for (Access access : Access.values()) {
            if (access.wire().equals(text)) {
                if (!of.accesses().contains(access)) {
                    value.fault("has no policy in this group");
                }
                return access;
            }
        }
        value.fault("has to be member or owner");
        return Access.MEMBER;
    }

    private static Instant after(Instant start, YamlValue value) {
        Instant end = value.instant();
        if (!end.isAfter(start)) {
            value.fault("has to be after the start");
        }
        return end;
    }
}
