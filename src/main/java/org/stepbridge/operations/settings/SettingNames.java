package org.stepbridge.operations.settings;

import org.springframework.core.env.PropertyResolver;
import org.springframework.util.StringUtils;

/** The settings that move the program from its embedded servers to real ones. */
public final class SettingNames {
    /** Set: an outside PostgreSQL; unset: the embedded one. */
    public static final String DATABASE = "spring.datasource.url";
    /** Set: an outside Artemis; unset: the embedded one. */
    public static final String BROKER = "spring.artemis.broker-url";
    /** Set: the council's SMTP relay; unset: the mail catcher. */
    public static final String MAIL = "spring.mail.host";

    private SettingNames() {}

    /** An empty value is an unset one, as compose files give it. */
    public static boolean isSet(PropertyResolver settings, String name) {
        return StringUtils.hasText(settings.getProperty(name));
    }
}
