package org.stepbridge.operations.settings;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** Refuses to go live half-configured, before any server starts or any file is touched. */
class ModeGuard implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment settings = context.getEnvironment();
        StepbridgeProperties.Kind mode = Binder.get(settings)
                .bind("stepbridge.mode", StepbridgeProperties.Kind.class)
                .orElse(StepbridgeProperties.Kind.TRIAL);
        if (mode == StepbridgeProperties.Kind.LIVE) {
            List<String> missing = missing(settings);
            if (!missing.isEmpty()) {
                throw new StartRefused("stepbridge.mode=live needs " + String.join(", and ", missing)
                        + "; set what is missing or use stepbridge.mode=trial");
            }
        }
    }

    private static List<String> missing(ConfigurableEnvironment settings) {
        List<String> missing = new ArrayList<>();
        if (!SettingNames.isSet(settings, SettingNames.MAIL)) {
            missing.add(SettingNames.MAIL + " (with the embedded mail catcher mail reaches nobody)");
        }
        if (!SettingNames.isSet(settings, SettingNames.DATABASE)) {
            missing.add(SettingNames.DATABASE + " (the embedded database is for trials)");
        }
        if (!SettingNames.loginsAreSet(settings)) {
            missing.add(SettingNames.LOCAL_LOGINS + "=true or " + SettingNames.OPENID
                    + ".* (say how people log in: by logins of its own, or at an OpenID provider)");
        }
        return missing;
    }
}
