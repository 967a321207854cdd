@echo off
rem Starts Parley: finds a JDK 25, builds the program when it is missing or older than its sources,
rem and hands over to it. The twin of the shell script "parley" beside it, which says why.
rem No path or argument is expanded within parentheses: one that holds a ")" would end them.
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"
if "%root:~-1%"=="\" set "root=%root:~0,-1%"
set "program=%root%\test-lab\target\parley"
set "jar=%program%\lib\parley.jar"
set "built=%program%\built"
set "cache=%program%\parley.aot"
set "log=%root%\target\build.log"
set "lock=%root%\target\build.lock"

set "jdk="
if not defined PARLEY_JAVA_HOME goto look
call :try "%PARLEY_JAVA_HOME%"
if defined jdk goto found
echo parley: PARLEY_JAVA_HOME is "%PARLEY_JAVA_HOME%", and that is no JDK 25.>&2
echo Point it at the home folder of a JDK 25 (the folder that holds bin and release),>&2
echo or unset it to let Parley look for one.>&2
exit /b 2

:look
if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined jdk for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :try "%%~dp$PATH:j.."
if not defined jdk for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*" "%USERPROFILE%\scoop\apps\*") do call :try "%%~d"
if defined jdk goto found
echo parley: no JDK 25 found.>&2
echo Get one from https://adoptium.net/temurin/releases/?version=25, or by "winget install EclipseAdoptium.Temurin.25.JDK";>&2
echo if you have one already, set PARLEY_JAVA_HOME to its home folder.>&2
exit /b 2

:found
if /i "%~1"=="test" goto test
if defined PARLEY_BUILDING goto run
call :current
if not errorlevel 1 goto run
call :build
if errorlevel 1 exit /b 2

:run
if exist "%jar%" goto start
echo parley: there is no build at "%program%">&2
exit /b 2

:start
set "ready="
if exist "%cache%" set ready=-XX:AOTCache="%cache%" -Xlog:aot*=off -Xlog:cds*=off -Xlog:class+path=off
"%jdk%\bin\java" %ready% %PARLEY_JAVA_OPTIONS% -jar "%jar%" %*
exit /b %errorlevel%

:test
call :maven_there
if errorlevel 1 exit /b 2
rem Everything behind the word "test" goes to Maven as it was written.
set "arguments=%*"
call set "arguments=%%arguments:*test=%%"
set "JAVA_HOME=%jdk%"
set "PATH=%jdk%\bin;%PATH%"
set "PARLEY_BUILDING=yes"
call mvn -f "%root%\pom.xml" verify %arguments%
exit /b %errorlevel%

:try
if defined jdk exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
findstr /r /c:"^JAVA_VERSION=.25[^0-9]" "%~1\release" >nul && set "jdk=%~f1"
exit /b 0

:current
if not exist "%built%" exit /b 1
if not exist "%jar%" exit /b 1
powershell -NoProfile -Command "$since = (Get-Item -LiteralPath $env:built).LastWriteTimeUtc; $newer = Get-ChildItem -Path (Join-Path $env:root 'pom.xml'), (Join-Path $env:root '*\pom.xml'), (Join-Path $env:root '*\src\main') -ErrorAction SilentlyContinue | ForEach-Object { $_; if ($_.PSIsContainer) { Get-ChildItem -LiteralPath $_.FullName -Recurse } } | Where-Object { $_.LastWriteTimeUtc -gt $since } | Select-Object -First 1; if ($newer) { exit 1 }"
exit /b %errorlevel%

:maven_there
where mvn >nul 2>&1 && exit /b 0
echo parley: Maven is needed to build Parley and is not on the PATH.>&2
echo Get it by "winget" or "scoop install maven">&2
echo or from https://maven.apache.org/download.cgi, version 3.8.5 or later.>&2
exit /b 2

:build
call :maven_there
if errorlevel 1 exit /b 2
if not exist "%root%\target" mkdir "%root%\target"
:wait
mkdir "%lock%" 2>nul
if not errorlevel 1 goto locked
echo parley: waiting for another build; if there is none, remove "%lock%">&2
rem Not "timeout": that refuses to wait where the input is no console.
ping -n 3 127.0.0.1 >nul
goto wait

:locked
call :current
if errorlevel 1 goto make
rmdir "%lock%"
exit /b 0

:make
echo parley: building (the first time, Maven also downloads the libraries)>&2
type nul > "%root%\target\build.started"
setlocal
set "JAVA_HOME=%jdk%"
set "PATH=%jdk%\bin;%PATH%"
set "PARLEY_BUILDING=yes"
call mvn -B -ntp -f "%root%\pom.xml" package -Dmaven.test.skip=true -Dexec.skip=true > "%log%" 2>&1
endlocal & set "status=%errorlevel%"
rmdir "%lock%"
if "%status%"=="0" goto made
echo parley: the build failed; the last lines of "%log%":>&2
powershell -NoProfile -Command "Get-Content -LiteralPath $env:log -Tail 25" >&2
exit /b 2

:made
move /y "%root%\target\build.started" "%built%" >nul
if exist "%cache%" del "%cache%"
"%jdk%\bin\java" -XX:AOTCacheOutput="%cache%" -Xlog:disable -cp "%jar%" parley.lab.cli.Rehearsal >nul 2>&1
exit /b 0
