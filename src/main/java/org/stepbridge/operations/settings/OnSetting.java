package org.stepbridge.operations.settings;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Answers {@link WhenSetting}. */
class OnSetting implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        MergedAnnotation<WhenSetting> asked = metadata.getAnnotations().get(WhenSetting.class);
        boolean set = SettingNames.isSet(context.getEnvironment(), asked.getString("value"));
        return set == asked.getBoolean("set");
    }
}
