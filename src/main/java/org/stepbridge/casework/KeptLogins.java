package org.stepbridge.casework;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stepbridge.casework.Logins.Login;

/**
 * The logins that this program keeps itself, for whoever looks after them: those only whose every authority the person may
 * see. A change commits with its audit entry; the same key changes nothing a second time.
 */
public interface KeptLogins {

    /** Logins by name. */
    List<Kept> all(Viewer by, int most);

    /** The login with this number, if it is this person's to look after. */
    Optional<Kept> find(long id, Viewer by);

    /** Changes a login, or says why not. */
    Result change(Change change);

    /**
     * A login.
     *
     * @param id its number, for addresses: its name may be a person's
     * @param version how often it was changed
     */
    record Kept(long id, int version, Login login) {
        /** Whether the person may look after it: never those of others' authorities. */
        public boolean isFor(Viewer by) {
            return by.seesAll(login.authorities());
        }
    }

    /**
     * What is to be done.
     *
     * @param key of the form that asks for it
     * @param id the login's; of one that is to be made, any
     * @param seen the version that was seen
     */
    record Change(UUID key, Viewer by, long id, int seen, String reason, What what) {}

    /** What can be done to a login. */
    sealed interface What {}

    /** Makes one with a one-time password. */
    record Make(String name, String hash, Set<Role> roles, Set<String> authorities) implements What {}

    /** Gives it these roles and authorities instead of those it has. */
    record Grant(Set<Role> roles, Set<String> authorities) implements What {}

    /** Gives it a one-time password, also when it was disabled. */
    record GivePassword(String hash) implements What {}

    /** Lets wrong passwords be forgotten. */
    record Unlock() implements What {}

    /** Lets nobody in by it any more. */
    record Disable() implements What {}

    /** What came of it. */
    sealed interface Result {}

    /** It is done. */
    record Done(long id) implements Result {}

    /** It was done when the same form was sent before. */
    record DoneBefore() implements Result {}

    /** Somebody else changed the login after it was seen; nothing was done. */
    record Changed() implements Result {}

    /** There is no such login among those that the person looks after. */
    record NotTheirs() implements Result {}

    /** It cannot be done; {@code why} is a sentence. */
    record Impossible(String why) implements Result {}
}
