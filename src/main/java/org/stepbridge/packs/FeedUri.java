package org.stepbridge.packs;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stepbridge.casework.Nearest;
import org.stepbridge.casework.PolledView;

/**
 * Where a feed may come from: a folder, or an SFTP server or a database's view whose accounts are settings and never in
 * a pack.
 */
final class FeedUri {
    private static final Pattern SFTP = Pattern.compile("sftp://([^/?@]+)(/[^?]*)?(?:\\?(.*))?");
    private static final Set<String> OPTIONS = Set.of("delete", "move", "noop", "idempotent");

    private FeedUri() {}

    /** Tells what is wrong with this address. */
    static void check(Item uri) {
        String text = uri.text();
        if (text.startsWith("file:")) {
            return;
        }
        if (PolledView.isOne(text)) {
            if (PolledView.of(text).isEmpty()) {
                uri.wrong(
                        "write sql:<view>?dataSource=<name>&watermark=<column>&key=<another column>; the database and who"
                                + " logs in there are set by stepbridge.sql.sources.<name>");
            }
            return;
        }
        Matcher sftp = SFTP.matcher(text);
        if (!text.startsWith("sftp:")) {
            uri.wrong("exports come from a folder, an SFTP server or a database's view; write"
                    + " file:inbox/<authority>/<system>, sftp://<server>/<folder> or sql:<view>?…");
        } else if (!sftp.matches()) {
            uri.wrong("write sftp://<server>/<folder>; who logs in there is set by stepbridge.sftp.accounts");
        } else if (sftp.group(3) != null) {
            for (String option : sftp.group(3).split("&", -1)) {
                String name = option.replaceFirst("=.*", "");
                if (!OPTIONS.contains(name)) {
                    uri.wrong("a pack cannot set '" + name + "' of a server; known: " + Nearest.list(OPTIONS)
                            + ". Accounts and known hosts are set by stepbridge.sftp");
                }
            }
        }
    }
}
