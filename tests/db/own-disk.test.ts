/** Which file system a folder lies on, and that SQLite is kept off those that are elsewhere. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { demandOwnDisk, fileSystemOf, isOverNetwork } from '@/db/sqlite/own-disk';

const mounts = String.raw`22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
23 22 0:5 / /proc rw - proc proc rw
40 22 0:40 / /srv rw,relatime - nfs4 nas:/export rw,vers=4.2
41 40 8:2 / /srv/own rw,relatime shared:7 - xfs /dev/sdb1 rw
42 22 0:41 / /mnt/shared\040files rw - cifs //nas/share rw
43 22 8:3 / /mnt/hidden rw - ext4 /dev/sdc1 rw
44 22 0:42 / /mnt/hidden rw - fuse.sshfs asha@nas:/ rw
`;

test.each([
  ['/var/lib/ringback', 'ext4'],
  ['/srv', 'nfs4'],
  ['/srv/ringback/data', 'nfs4'],
  ['/srvant/data', 'ext4'],
  ['/srv/own/data', 'xfs'],
  ['/mnt/shared files/data', 'cifs'],
  ['/mnt/hidden', 'fuse.sshfs'],
])('%s lies on %s', (path, kind) => {
  expect(fileSystemOf(path, mounts)).toBe(kind);
});

test.each(['nfs', 'nfs4', 'cifs', 'smb3', 'ceph', 'fuse.sshfs', 'fuse.s3fs', 'fuse.glusterfs'])(
  '%s is over a network',
  (kind) => expect(isOverNetwork(kind)).toBe(true),
);

test.each(['ext4', 'xfs', 'btrfs', 'zfs', 'overlay', 'tmpfs', 'fuseblk', 'fuse.mergerfs', ''])(
  '%s is not',
  (kind) => expect(isOverNetwork(kind)).toBe(false),
);

describe.runIf(process.platform === 'linux')('on this machine', () => {
  test('the mounts are read as they are', () => {
    expect(fileSystemOf('/proc', readFileSync('/proc/self/mountinfo', 'utf8'))).toBe('proc');
  });

  test('a folder on a disk of its own is taken', () => demandOwnDisk('.'));
});
