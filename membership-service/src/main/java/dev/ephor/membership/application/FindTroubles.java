package dev.ephor.membership.application;

import dev.ephor.membership.domain.Grants;
import java.util.List;

/** Needs to know what a person has to look at. */
public interface FindTroubles {

    /**
     * The memberships of a tenant that are stuck or drifted, in the order of their keys.
     *
     * @param prefix of the keys, such as {@code tenant/}
     * @throws FindMemberships.NotReady until all have been gone through after a start
     */
    List<Grants> troubled(String prefix);
}
