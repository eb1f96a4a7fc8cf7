package org.stepbridge.routing;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.stepbridge.model.Channel;

/**
 * How deliveries are worked off.
 *
 * @param lease how long a worker may keep what it claimed; longer than the slowest conversation
 * @param files files claimed at a time
 * @param messages hub messages claimed at a time; they are sent in one transaction
 * @param referrals MASH emails claimed at a time; when the process is killed so many may be sent again
 * @param notices notices claimed at a time; when the process is killed so many may have to be looked into by a person
 * @param connections SMTP connections used side by side
 * @param perMinute channel to how many deliveries this node may begin in a minute; one that is not named has no such limit
 */
@ConfigurationProperties("stepbridge.delivery")
record DeliverySettings(
        @DefaultValue("10m") Duration lease,
        @DefaultValue("4") int files,
        @DefaultValue("500") int messages,
        @DefaultValue("40") int referrals,
        @DefaultValue("16") int notices,
        @DefaultValue("4") int connections,
        @DefaultValue Map<String, Integer> perMinute) {
    DeliverySettings {
        perMinute = Map.copyOf(perMinute);
        perMinute.keySet().forEach(Channel::of);
        if (lease.toSeconds() < 60) {
            throw new IllegalArgumentException("stepbridge.delivery.lease must be at least a minute");
        }
        if (files < 1
                || messages < 1
                || referrals < 1
                || notices < 1
                || connections < 1
                || perMinute.values().stream().anyMatch(most -> most < 1)) {
            throw new IllegalArgumentException("stepbridge.delivery: every number must be at least 1");
        }
    }
}
