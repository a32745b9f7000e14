/** Refuses a network file system for SQLite: its locks and shared memory do not hold there, and calls would be lost. */

import { existsSync, readFileSync, realpathSync } from 'node:fs';

const overNetwork =
  /^(nfs\d?|cifs|smb\d?|smbfs|afs|ceph|lustre|beegfs|davfs2?|fuse\.(sshfs|s3fs|rclone|gcsfuse|goofys|mount-s3|mountpoint-s3|blobfuse2?|ceph(-fuse)?|glusterfs|juicefs|seaweedfs|mfs|davfs2?|curlftpfs|smbnetfs|nfs))$/;

/** Of the machine's mounts, which only Linux tells (/proc/self/mountinfo). */
const mounts = '/proc/self/mountinfo';

/** Throws a sentence where `folder` is not on a disk of this machine. */
export function demandOwnDisk(folder: string): void {
  const kind = existsSync(mounts) ? fileSystemOf(realpathSync(folder), readFileSync(mounts, 'utf8')) : '';
  if (!isOverNetwork(kind)) return;
  throw new Error(
    `${folder} is on a network file system (${kind}), where SQLite can lose calls: set DATABASE_URL to a file on a disk of this machine, or to PostgreSQL.`,
  );
}

/** The kind of file system that a path without links lies on, as mountinfo has it (proc(5)). */
export function fileSystemOf(path: string, mountinfo: string): string {
  let [nearest, kind] = ['', ''];
  for (const line of mountinfo.split('\n')) {
    const [mount = '', source = ''] = line.split(' - ');
    const point = unescaped(mount.split(' ')[4] ?? '');
    const isAbove = point !== '' && `${path}/`.startsWith(point.replace(/\/?$/, '/'));
    // Of two on one point, the later one hides the earlier.
    if (isAbove && point.length >= nearest.length) [nearest, kind] = [point, source.split(' ')[0] ?? ''];
  }
  return kind;
}

export function isOverNetwork(kind: string): boolean {
  return overNetwork.test(kind);
}

function unescaped(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}
