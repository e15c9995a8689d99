// SPDX-License-Identifier: EUPL-1.2
import { sha256 } from '#platform/seal';

export const PROFILE_TYPE = 'application/x-apple-aspen-config';

/**
 * A configuration profile for iPhone, iPad and Mac that holds the DoH address of one device and nothing else
 * (apple/device-management, com.apple.dnsSettings.managed). Without a signature: the device says so.
 */
export function dnsProfile(address: string, name: string): string {
  const dns = uuidFrom(`dns ${address}`);
  const whole = uuidFrom(`profile ${address}`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>PayloadContent</key><array><dict>
<key>DNSSettings</key><dict>
<key>DNSProtocol</key><string>HTTPS</string>
<key>ServerURL</key><string>${escaped(address)}</string>
</dict>
<key>PayloadDisplayName</key><string>${escaped(name)}</string>
<key>PayloadIdentifier</key><string>rowan.dns.${dns}</string>
<key>PayloadType</key><string>com.apple.dnsSettings.managed</string>
<key>PayloadUUID</key><string>${dns}</string>
<key>PayloadVersion</key><integer>1</integer>
</dict></array>
<key>PayloadDisplayName</key><string>${escaped(name)}</string>
<key>PayloadIdentifier</key><string>rowan.profile.${whole}</string>
<key>PayloadRemovalDisallowed</key><false/>
<key>PayloadType</key><string>Configuration</string>
<key>PayloadUUID</key><string>${whole}</string>
<key>PayloadVersion</key><integer>1</integer>
</dict></plist>
`;
}

/** The same address gives the same profile, so that loading it twice replaces it. */
function uuidFrom(text: string): string {
  const hex = sha256(Buffer.from(text)).toString('hex').toUpperCase();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
