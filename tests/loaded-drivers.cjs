/** Required into a server: at its end it tells which drivers of databases were loaded. */
process.on('exit', () => {
  const drivers = ['better-sqlite3', 'pg'].filter((name) =>
    Object.keys(require.cache).some((path) => path.includes(`/node_modules/${name}/`)),
  );
  console.log(`Drivers: ${drivers.join(' ') || 'none'}.`);
});
