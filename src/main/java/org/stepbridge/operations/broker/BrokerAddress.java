package org.stepbridge.operations.broker;

import org.jspecify.annotations.Nullable;

/**
 * Where and as whom to connect.
 *
 * @param url an Artemis connection URL
 * @param user null where the broker asks for none
 * @param password null where the broker asks for none
 */
record BrokerAddress(
        String url, @Nullable String user, @Nullable String password) {

    /** Never the password. */
    @Override
    public String toString() {
        return "BrokerAddress[" + url + "]";
    }
}
