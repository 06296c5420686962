package dev.ephor.quickstart.app;

import dev.ephor.quickstart.app.AppEffect.Change;
import dev.ephor.quickstart.http.Journal;
import java.util.List;

/** All that the application knows, and the journal of how it came about. */
record AppState(Users users, Groups groups, Journal<AppEffect> journal)
        implements AppGroup.MemberListener {
    AppState() {
        this(new Users(), new Groups(), new Journal<>());
    }

    void record(Change change, Account user) {
        journal.append(AppEffect.ofUser(change, user));
    }

    void record(Change change, String group) {
        journal.append(AppEffect.ofGroup(change, group));
    }

    @Override
    public void added(String group, String member) {
        journal.append(AppEffect.ofMember(Change.MEMBER_ADDED, group, users.account(member)));
    }

    @Override
    public void removed(String group, String member) {
        journal.append(AppEffect.ofMember(Change.MEMBER_REMOVED, group, users.account(member)));
    }

    void leaveAllGroups(String user) {
        groups.all().forEach(group -> group.change(List.of(), List.of(user), this));
    }
}
