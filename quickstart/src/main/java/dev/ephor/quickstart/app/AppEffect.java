package dev.ephor.quickstart.app;

/**
 * One thing that really changed in the application; calls that changed nothing leave none.
 *
 * @param group the group's display name; empty where no group is concerned
 * @param userName the user's name; empty where no user is concerned
 * @param externalId the client's id of the user; empty where it gave none
 */
public record AppEffect(Change change, String group, String userName, String externalId) {
    public enum Change {
        USER_CREATED,
        USER_CHANGED,
        USER_DELETED,
        GROUP_CREATED,
        GROUP_CHANGED,
        GROUP_DELETED,
        MEMBER_ADDED,
        MEMBER_REMOVED
    }

    static AppEffect ofUser(Change change, Account user) {
        return new AppEffect(change, "", user.userName(), user.externalId());
    }

    static AppEffect ofGroup(Change change, String group) {
        return new AppEffect(change, group, "", "");
    }

    static AppEffect ofMember(Change change, String group, Account user) {
        return new AppEffect(change, group, user.userName(), user.externalId());
    }
}
