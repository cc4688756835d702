package org.patchbay.api.extensions;

/**
 * What a device signs in with. Immutable.
 *
 * @param domain the portal's host: the registrar and the digest realm
 * @param password a secret: for the device and nothing else
 */
public record DeviceAccount(Extension extension, Device device, String domain, String password) {

    @Override
    public String toString() {
        return "DeviceAccount[" + device.id() + "]";
    }
}
