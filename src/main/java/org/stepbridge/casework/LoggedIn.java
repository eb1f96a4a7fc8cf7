package org.stepbridge.casework;

import java.util.Optional;

/** Tells who asks for the page that is being made. */
public interface LoggedIn {

    /** Who is logged in; empty when nobody is. */
    Optional<Viewer> viewer();

    /** Who is logged in, where the guards let nobody else through. */
    default Viewer required() {
        return viewer().orElseThrow(() -> new IllegalStateException("the guards let somebody through unknown"));
    }
}
