/** File systems of a trial's own, small or such that the power can be cut: on Linux, and for root alone. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '@/scripts/find.mjs';
import { afterTheFile } from '../after-the-file';

/** Why it cannot be had here, or null. */
export function whyNoMount(...programs: string[]): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root may mount a file system';
  const missing = programs.find((name) => !programNamed(name));
  if (missing) return `${missing} is not installed`;
  return spawnSync('unshare', ['--mount', 'true']).status === 0 ? null : 'this container may not mount';
}

/** The same of a disk whose power can be cut, which is a file that is mounted as one. */
export function whyNoCut(): string | null {
  const whyNot = whyNoMount('mkfs.ext4', 'xfs_io', 'losetup');
  if (whyNot) return whyNot;
  return spawnSync(programNamed('losetup')!, ['--find']).status === 0 ? null : 'no file can be mounted here';
}

/** A file system in memory that is full at `bytes`. */
export function aSmallDisk(bytes: number): string {
  const folder = aMountPoint();
  run('mount', '-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', join(folder, 'disk'));
  return join(folder, 'disk');
}

/** An ext4 in a file; `cutPower` drops what was not flushed, and `restore` mounts what is left. */
export function aDiskToCut() {
  const folder = aMountPoint();
  const disk = join(folder, 'disk');
  const image = join(folder, 'image');
  const mount = () => run('mount', '-o', 'loop', image, disk);
  run('truncate', '-s', '1G', image);
  run(programNamed('mkfs.ext4')!, '-q', image);
  mount();
  return {
    disk,
    cutPower: () => run(programNamed('xfs_io')!, '-x', '-c', 'shutdown', disk),
    restore() {
      run('umount', disk);
      mount();
    },
  };
}

function aMountPoint(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-disk-'));
  mkdirSync(join(folder, 'disk'));
  afterTheFile(() => {
    spawnSync('umount', ['--lazy', join(folder, 'disk')]);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Debian keeps them off the PATH of some. */
function programNamed(name: string): string | undefined {
  return findProgram(name) ?? findProgram(name, ['/usr/sbin', '/sbin']);
}

function run(program: string, ...options: string[]): void {
  const { status, stderr, error } = spawnSync(program, options, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${options.join(' ')}: ${stderr || error?.message}`);
}
