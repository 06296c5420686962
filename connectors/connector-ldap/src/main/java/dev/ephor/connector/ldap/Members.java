package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.controls.PermissiveModifyRequestControl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of one group, on one connection. */
record Members(LdapDirectory directory, Session session, String group) {

    /** Follows links of links (MS-ADTS section 3.1.1.3.4.4.3). */
    private static final String IN_CHAIN = "1.2.840.113556.1.4.1941";

    /**
     * Some of the values of a group.
     *
     * @param next from where on to ask for more; null: these were the last
     */
    record Range(List<String> values, @Nullable Integer next) {}

    /** Adds all of them, or throws and adds none. */
    void add(Collection<String> values) throws LDAPException {
        session.modify(group, List.of(change(ModificationType.ADD, values)));
    }

    /**
     * Removes all of them, or throws and removes none. Active Directory is asked not to mind those
     * that are absent.
     */
    void remove(Collection<String> values) throws LDAPException {
        Modification removal = change(ModificationType.DELETE, values);
        Control[] controls =
                directory.profile().isActiveDirectory()
                        ? new Control[] {new PermissiveModifyRequestControl()}
                        : new Control[0];
        try {
            session.modify(group, List.of(removal), controls);
        } catch (LDAPException e) {
            if (!e.getResultCode().equals(ResultCode.OBJECT_CLASS_VIOLATION)
                    || directory.placeholder().isEmpty()) {
                throw e;
            }
            // They were the last. In one request, so that nobody sees the group without either.
            var standIn = change(ModificationType.ADD, List.of(directory.placeholder().get()));
            session.modify(group, List.of(standIn, removal));
        }
    }

    /** Removes and adds in one request, in which no moment passes. */
    void replace(String old, String value) throws LDAPException {
        session.modify(
                group,
                List.of(
                        change(ModificationType.DELETE, List.of(old)),
                        change(ModificationType.ADD, List.of(value))));
    }

    private Modification change(ModificationType type, Collection<String> values) {
        return new Modification(
                type, directory.profile().memberAttribute(), values.toArray(String[]::new));
    }

    /**
     * Whether the group holds each of them.
     *
     * @param nested whether through another group is enough
     */
    List<Boolean> hold(List<String> values, boolean nested) throws LDAPException {
        List<Question> questions =
                values.stream()
                        .map(value -> Question.of(group, holding(value, nested), List.of("1.1")))
                        .toList();
        return session.askAll(questions).stream().map(entries -> !entries.isEmpty()).toList();
    }

    private Filter holding(String value, boolean nested) {
        String attribute = directory.profile().memberAttribute();
        return nested
                ? Filter.createExtensibleMatchFilter(attribute, IN_CHAIN, false, value)
                : Filter.createEqualityFilter(attribute, value);
    }

    /**
     * Reads values, without the placeholder.
     *
     * @param from how many to leave out; elsewhere than in Active Directory all come at once
     */
    Range range(int from, Control... controls) throws LDAPException {
        String attribute = directory.profile().memberAttribute();
        String wanted =
                directory.profile().isActiveDirectory()
                        ? "%s;range=%d-%d"
                                .formatted(
                                        attribute, from, from + directory.limits().pageSize() - 1)
                        : attribute;
        List<String> values = new ArrayList<>();
        Integer next = null;
        for (SearchResultEntry entry : session.ask(Question.of(group, List.of(wanted), controls))) {
            for (Attribute a : entry.getAttributesWithOptions(attribute, null)) {
                values.addAll(List.of(a.getValues()));
                next = next(a);
            }
        }
        directory.placeholder().ifPresent(nobody -> values.removeIf(v -> Dns.same(v, nobody)));
        return new Range(values, next);
    }

    /** The option says how far the range went: {@code range=0-999}, or {@code range=1000-*}. */
    private static @Nullable Integer next(Attribute attribute) {
        for (String option : attribute.getOptions()) {
            String last = option.substring(option.indexOf('-') + 1);
            if (option.toLowerCase(java.util.Locale.ROOT).startsWith("range=")
                    && last.matches("\\d{1,9}")) {
                return Integer.parseInt(last) + 1;
            }
        }
        return null;
    }

    /**
     * Whether a value was refused because it is there. Active Directory has a code of its own for
     * that.
     */
    static boolean isThere(LDAPException refusal) {
        return refusal.getResultCode().equals(ResultCode.ATTRIBUTE_OR_VALUE_EXISTS)
                || refusal.getResultCode().equals(ResultCode.ENTRY_ALREADY_EXISTS);
    }

    /**
     * Whether a removal was refused because there was nothing to remove. Active Directory, and
     * Samba also where it was asked not to mind, is merely unwilling, as it is for other reasons:
     * the group is read to tell them apart.
     */
    boolean isAbsent(LDAPException refusal, String value) throws LDAPException {
        return refusal.getResultCode().equals(ResultCode.NO_SUCH_ATTRIBUTE)
                || (refusal.getResultCode().equals(ResultCode.UNWILLING_TO_PERFORM)
                        && !hold(List.of(value), false).getFirst());
    }
}
